# skip: wasm the page has no files of time zones
# skip: chromium the page has no files of time zones
from zoneinfo import *
from datetime import *
import zoneinfo, hashlib
for k in ['Europe/Berlin','America/New_York','Asia/Kolkata','Australia/Sydney','UTC','America/Sao_Paulo','Europe/Dublin']:
    z=ZoneInfo(k); out=[]
    for y in (1950,1999,2020,2024,2045):
        for m in range(1,13):
            for h in (0,1,2,3):
                for f in (0,1):
                    d=datetime(y,m,28 if m in (3,10) else 3,h,30,tzinfo=z,fold=f)
                    out.append((str(d), d.dst(), d.tzname()))
    d=datetime(2024,1,1,tzinfo=timezone.utc)
    for i in range(0,366*24,5):
        x=(d+timedelta(hours=i)).astimezone(z); out.append((str(x),x.fold,x.tzname()))
    print(k, hashlib.md5(repr(out).encode()).hexdigest(), out[5])
print(repr(z), str(z), ZoneInfo('UTC') is ZoneInfo('UTC'), datetime(2024,7,1,tzinfo=ZoneInfo('Europe/Berlin')).isoformat())
for k in ['No/Such','../x']:
    try: ZoneInfo(k)
    except Exception as e: print(type(e).__name__, str(e)[:40])

# expect-stdout:
# Europe/Berlin 1108a47da310d2e897179d4516b0960c ('1950-01-03 02:30:00+01:00', datetime.timedelta(0), 'CET')
# America/New_York b365b9ecf3e42360d9ea73c1acb0ab3a ('1950-01-03 02:30:00-05:00', datetime.timedelta(0), 'EST')
# Asia/Kolkata 354eaa89e7ebdb1b260f2871c1f26064 ('1950-01-03 02:30:00+05:30', datetime.timedelta(0), 'IST')
# Australia/Sydney 2e235eb8f82a0055ceed14a9bc9de5c8 ('1950-01-03 02:30:00+10:00', datetime.timedelta(0), 'AEST')
# UTC b650f3c3a5a1fd9041a985bd5e6ab1c9 ('1950-01-03 02:30:00+00:00', datetime.timedelta(0), 'UTC')
# America/Sao_Paulo 01ec19a549c4a899fbc32204534c6bd5 ('1950-01-03 02:30:00-02:00', datetime.timedelta(seconds=3600), '-02')
# Europe/Dublin 350e4c128e36b40edae9c142acc1ab9e ('1950-01-03 02:30:00+00:00', datetime.timedelta(0), 'GMT')
# zoneinfo.ZoneInfo(key='Europe/Dublin') Europe/Dublin True 2024-07-01T00:00:00+02:00
# ZoneInfoNotFoundError 'No time zone found with key No/Such'
# ValueError ZoneInfo keys must refer to subdirectori
