# /// scenario
# title = { en = "Urgent first: PriorityQueue", zh = "急事先办：优先队列" }
# about = { en = "The smallest number comes out first, in whatever order they went in.", zh = "不管按什么顺序放入，数字最小的先出来。" }
# chapter = "queues"
# order = 240
# ///
import queue
import threading

ward = queue.PriorityQueue()
patients = [(3, 'a cough 咳嗽'), (1, 'a heart attack 心脏病'), (2, 'a broken arm 骨折'), (3, 'a cold 感冒')]


def arrive(patient):
    ward.put(patient)
    print('arrives 到达:', patient[1])


arrivals = [threading.Thread(target=arrive, args=(p,)) for p in patients]
for a in arrivals:
    a.start()
for a in arrivals:
    a.join()

print()
while not ward.empty():
    urgency, what = ward.get()
    print(f'treated 就诊 (level 级别 {urgency}): {what}')
