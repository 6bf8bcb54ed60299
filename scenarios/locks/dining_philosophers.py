# /// scenario
# title = { en = "Dining philosophers", zh = "哲学家就餐" }
# about = { en = "Five philosophers, five chopsticks. Each takes the lower number first: nobody starves.", zh = "五位哲学家，五根筷子。每人先拿编号小的：没有人挨饿。" }
# chapter = "locks"
# order = 180
# ///
import random
import threading
import time

NAMES = ['Plato 柏拉图', 'Kong 孔子', 'Hypatia 希帕提娅', 'Zhuang 庄子', 'Kant 康德']
chopsticks = [threading.Lock() for _ in NAMES]


def dine(seat):
    left, right = seat, (seat + 1) % len(NAMES)
    # Take left before right everywhere, and all five may hold one and wait for ever.
    # 若人人先左后右，可能五人各持一根，永远等待。
    first, second = min(left, right), max(left, right)
    for meal in range(1, 3):
        time.sleep(random.uniform(0, 0.3))  # think 思考
        with chopsticks[first], chopsticks[second]:
            print(f'{NAMES[seat]}: meal 第 {meal} 餐')
            time.sleep(0.1)


philosophers = [threading.Thread(target=dine, args=(i,)) for i in range(len(NAMES))]
for p in philosophers:
    p.start()
for p in philosophers:
    p.join()
print('the table is empty 散席')
