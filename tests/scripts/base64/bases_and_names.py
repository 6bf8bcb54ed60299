import base64, io, time
for d in [b'', b'a', b'hello world', b'\0\0\0\0', b'    x', bytes(range(256))]:
    for f in ['b85','a85','z85','b32hex']:
        e=getattr(base64,f+'encode')(d); print(f, e, getattr(base64,f+'decode')(e)==d)
print(base64.a85encode(b'hello'*10,adobe=True,wrapcol=20), base64.a85encode(b'    ',foldspaces=True), base64.b85encode(b'a',pad=True), base64.a85decode(b'<~87cURD]~>',adobe=True))
o=io.BytesIO(); base64.encode(io.BytesIO(b'x'*100),o); print(o.getvalue())
print(time.clock_gettime(time.CLOCK_REALTIME)>0)
print('\N{SNOWMAN}\N{latin small letter e with acute}\N{LINE FEED}\N{CJK UNIFIED IDEOGRAPH-4E00}\N{MEASURED ANGLE WITH OPEN ARM ENDING IN ARROW POINTING UP AND LEFT}', f'\N{BULLET}{1}', len('\N{VARIATION SELECTOR-256}'))
try: eval(r"'\N{nope}'")
except SyntaxError as e: print(e)

# expect-stdout:
# b85 b'' True
# a85 b'' True
# z85 b'' True
# b32hex b'' True
# b85 b'VE' True
# a85 b'@/' True
# z85 b've' True
# b32hex b'C4======' True
# b85 b'Xk~0{Zy<MXa%^M' True
# a85 b'BOu!rD]j7BEbo7' True
# z85 b'xK#0@zY<mxA+]m' True
# b32hex b'D1IMOR3F41RMUSJCCG======' True
# b85 b'00000' True
# a85 b'z' True
# z85 b'00000' True
# b32hex b'0000000=' True
# b85 b'ARr(hcm' True
# a85 b'+<VdLGQ' True
# z85 b'arR^HCM' True
# b32hex b'40G2083O' True
# b85 b'009C61O)~M2nh-c3=Iws5D^j+6crX17#SKH9337XAR!_nBqb&%C@Cr{EG;fCFflSSG&MFiI5|2yJUu=?KtV!7L`6nNNJ&adOifNtP*GA-R8>}2SXo+ITwPvYU}0ioWMyV&XlZI|Y;A6DaB*^Tbai%jczJqze0_d@fPsR8goTEOh>41ejE#<ukdcy;l$Dm3n3<ZJoSmMZprN9pq@|{(sHv)}tgWuEu(7hUw6(UkxVgH!yuH4^z`?@9#Kp$P$jQpf%+1cv(9zP<)YaD4*xB0K+}+;a;Njxq<mKk)=;`X~?CtLF@bU8V^!4`l`1$(#{Qds_' True
# a85 b'!!*-\'"9eu7#RLhG$k3[W&.oNg\'GVB"(`=52*$$(B+<_pR,UFcb-n-Vr/1iJ-0JP==1c70M3&s#]4?Ykm5X@_(6q\'R884cEH9MJ8X:f1+h<)lt#=BSg3>[:ZC?t!MSA7]@cBPD3sCi+\'.E,fo>FEMbNG^4U^I!pHnJ:W<)KS>/9Ll%"IN/`jYOHG]iPa.Q$R$jD4S=Q7DTV8*TUnsrdW2ZetXKAY/Yd(L?[\'d?O\\@K2_]Y2%o^qmn*`5Ta:aN;TJbg"GZd*^:jeCE.%f\\,!5gtgiEi8N\\UjQ5OekiqBum-X60nF?)@o_%qPq"ad`r;HWp' True
# z85 b'009c61o!#m2NH?C3>iWS5d]J*6CRx17-skh9337xar.{NbQB=+c[cR@eg&FcfFLssg=mfIi5%2YjuU>)kTv.7l}6Nnnj=ADoIFnTp/ga?r8($2sxO*itWpVyu$0IOwmYv=xLzi%y&a6dAb/]tBAI+JCZjQZE0{D[FpSr8GOteoH(41EJe-<UKDCY&L:dM3N3<zjOsMmzPRn9PQ[%@^ShV!$TGwUeU^7HuW6^uKXvGh.YUh4]Z})[9-kP:p:JqPF+*1CV^9Zp<!yAd4/Xb0k*$*&A&nJXQ<MkK!>&}x#)cTlf[Bu8v].4}L}1:^-@qDS{' True
# b32hex b'000G40O40K30E209185GO38E1S8124GJ2GAHC5OO34D1M70T3OFI08924CI2A9H750KIKAPC5KN2UC1H68PJ8D9M6SS3IEHR7GUJSFQ085146H258P3KGIAA9D64QJIFA18L4KQKALB5EM2PB9DLONAUBTG62OJ3CHIMCPR8D5L6MR3DDPNN0SBIEDQ7ATJNF1SNKURSFLV7V041GA1O91C6GU48J2KBHI6OT3SGI699754LIQBPH6CQJEE9R7KVK2GQ58T4KMJAFA59LALQPBDELUOB3CLJMIQRDDTON6TBNF5TNQVS1GE2OF2CBHM7P34SLIUCPN7CVK6HQB9T9LEMQVCDJMMRRJETTNV0S7HE7P75SRJUHQFATFMERRNFU3OV5SVKUNRFFU7PVBTVPVFUVS======' True
# b'<~BOu!rDeN]uCi<uuCi"\n$\'ASc1$BOu!rDeN]uCi<\nuuCi"$\'ASc1$BOu!rDeN\n]uCi9~>' b'y' b'VE_OC' b'Hello'
# b'eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4\neHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eHh4eA==\n'
# True
# ☃é
# 一⦩ •1 1
# (unicode error) 'unicodeescape' codec can't decode bytes in position 0-7: unknown Unicode character name (<string>, line 1)
