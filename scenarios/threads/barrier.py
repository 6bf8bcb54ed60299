# /// scenario
# title = { en = "Phase by phase: Barrier", zh = "一步一步来：屏障" }
# about = { en = "Nobody begins the next phase before all have finished the last.", zh = "所有人完成上一阶段之前，没有人开始下一阶段。" }
# chapter = "threads"
# order = 60
# ///
import random
import threading
import time

WORKERS = 3
PHASES = ['measure 测量', 'cut 切割', 'polish 打磨']


def announce():  # run by one of them, when all have arrived 全员到齐时由其中一个执行
    print('--- all here 到齐 ---')


barrier = threading.Barrier(WORKERS, action=announce)


def work(name):
    for phase in PHASES:
        time.sleep(random.uniform(0.05, 0.4))
        print(f'{name}: {phase}')
        barrier.wait()


workers = [threading.Thread(target=work, args=(f'worker {i}',)) for i in range(WORKERS)]
for w in workers:
    w.start()
for w in workers:
    w.join()
