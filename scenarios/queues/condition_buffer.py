# /// scenario
# title = { en = "A buffer with a Condition", zh = "用条件变量写缓冲区" }
# about = { en = "What queue.Queue does inside: wait in a loop until there is room, or something to take.", zh = "queue.Queue 的内部：在循环里等，直到有空位，或有东西可取。" }
# chapter = "queues"
# order = 230
# ///
import threading


class Buffer:
    def __init__(self, size):
        self.size = size
        self.items = []
        self.changed = threading.Condition()

    def put(self, item):
        with self.changed:
            while len(self.items) == self.size:  # again after waking 醒来再看一次
                self.changed.wait()
            self.items.append(item)
            self.changed.notify_all()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            item = self.items.pop(0)
            self.changed.notify_all()
            return item


buffer = Buffer(2)
received = []


def receive():
    for _ in range(6):
        received.append(buffer.get())


receiver = threading.Thread(target=receive)
receiver.start()
for item in ['warp', 'weft', 'heddle', '经', '纬', '综']:
    buffer.put(item)
receiver.join()
print('in the order sent 按发送顺序:', received)
