# /// scenario
# title = { en = "A timer, cancelled in time", zh = "及时取消的定时器" }
# about = { en = "Two timers are set; one is called off in time. Try the virtual clock: the three seconds are gone.", zh = "设两个定时器，及时取消其中一个。试试虚拟时钟：三秒一闪而过。" }
# chapter = "threads"
# order = 40
# run = { clock = "virtual" }
# ///
import threading
import time

start = time.monotonic()


def ring(what):
    print(f'{time.monotonic() - start:.1f} s: {what}')


tea = threading.Timer(3, ring, args=('tea is ready 茶泡好了',))
alarm = threading.Timer(2, ring, args=('fire alarm 火警',))
tea.start()
alarm.start()

time.sleep(1)
alarm.cancel()
ring('the alarm was false, cancelled 误报，已取消')

alarm.join()
tea.join()
ring('main: that was all 就这些')
