# /// scenario
# title = { en = "The last seat, fixed", zh = "最后一张票（修正）" }
# about = { en = "The check and the act belong inside the same critical section.", zh = "检查和行动必须处在同一个临界区里。" }
# chapter = "locks"
# order = 140
# run = { clock = "virtual" }
# ///
import threading
import time

seats = 1
sold_to = []
lock = threading.Lock()


def sell(customer):
    global seats
    with lock:
        if seats > 0:
            time.sleep(0.1)
            seats -= 1
            sold_to.append(customer)
            return
    print(f'sorry, {customer}: sold out 抱歉，卖完了')


agents = [threading.Thread(target=sell, args=(name,)) for name in ('Ann', '小明')]
for a in agents:
    a.start()
for a in agents:
    a.join()
print('sold to 卖给了:', sold_to)
print('seats left 剩余:', seats)
