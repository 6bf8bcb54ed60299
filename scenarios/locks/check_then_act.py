# /// scenario
# title = { en = "The last seat, sold twice", zh = "最后一张票，卖了两次" }
# about = { en = "Both agents see one free seat, both sell it. Each line is correct; together they are not.", zh = "两个售票员都看到还有一张票，于是都卖了。每一行都对，合起来却错了。" }
# chapter = "locks"
# order = 130
# run = { clock = "virtual" }
# ///
import threading
import time

seats = 1
sold_to = []


def sell(customer):
    global seats
    if seats > 0:  # check 检查
        time.sleep(0.1)  # the customer looks for money 顾客在掏钱
        seats -= 1  # act 行动
        sold_to.append(customer)


agents = [threading.Thread(target=sell, args=(name,)) for name in ('Ann', '小明')]
for a in agents:
    a.start()
for a in agents:
    a.join()
print('sold to 卖给了:', sold_to)
print('seats left 剩余:', seats, '' if seats >= 0 else '<- impossible 不可能！')
