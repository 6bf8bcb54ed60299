"""Method calls, attribute stores and a list, as tutorials' classes do."""
from time import perf_counter

N = 200_000


class Account:
    def __init__(self):
        self.balance = 0
        self.history = []

    def deposit(self, amount):
        self.balance += amount
        if amount % 10 == 0:
            self.history.append(amount)


def run():
    account = Account()
    for i in range(N):
        account.deposit(i)
    return account.balance, len(account.history)


best = result = None
for _ in range(3):
    start = perf_counter()
    result = run()
    took = perf_counter() - start
    best = took if best is None else min(best, took)
print("CHECK balance=%d entries=%d" % result)
print("RESULT cpu_calls %.6f s" % best)
