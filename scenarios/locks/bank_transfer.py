# /// scenario
# title = { en = "Money that vanishes", zh = "消失的钱" }
# about = { en = "Transfers between two accounts without a lock: the total should never change, but it does.", zh = "两个账户之间无锁转账：总额本不该变，却变了。" }
# chapter = "locks"
# order = 150
# run = { sched = "random", seed = 7 }
# ///
import random
import threading

accounts = {'alice': 1000, 'bob': 1000}


def clerk(seed):
    rng = random.Random(seed)
    for _ in range(20_000):
        source, target = rng.sample(list(accounts), 2)
        amount = rng.randint(1, 10)
        old_source = accounts[source]
        old_target = accounts[target]
        accounts[source] = old_source - amount  # based on what may be stale 可能已过时
        accounts[target] = old_target + amount


clerks = [threading.Thread(target=clerk, args=(i,)) for i in range(4)]
for c in clerks:
    c.start()
for c in clerks:
    c.join()
print('accounts 账户:', accounts)
print('total should be 总额应为 2000, is 实为', sum(accounts.values()))
