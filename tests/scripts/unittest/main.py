# expect-status: 1
import unittest


class Tests(unittest.TestCase):
    def test_one(self):
        self.assertTrue(False)


if __name__ == '__main__':
    unittest.main()
