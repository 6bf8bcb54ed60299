from ipaddress import *
a=ip_address('192.168.1.10'); print(repr(a), int(a), a+1, a.is_private, a.is_global, a.packed, a.reverse_pointer, a<ip_address('192.168.1.11'), a.version, a.exploded, ip_address(1))
n=ip_network('192.168.0.0/24'); print(repr(n), n.netmask, n.hostmask, n.broadcast_address, n.num_addresses, list(n.hosts())[:2], len(list(n.hosts())), a in n, n[5], n[-1], [str(s) for s in n.subnets(new_prefix=26)], n.supernet(), n.with_netmask, n.overlaps(ip_network('192.168.0.128/25')), ip_network('10.0.0.0/255.0.0.0'), list(ip_network('1.2.3.4/31').hosts()), n.is_private)
i=ip_interface('10.1.2.3/8'); print(repr(i), i.ip, i.network, i.with_netmask, i==ip_interface('10.1.2.3/8'))
for s in ['::1','2001:db8::8:800:200c:417a','fe80::1','::ffff:1.2.3.4','::','1::','1:2:3:4:5:6:7:8','0:0:1::']:
    x=ip_address(s); print(x, x.exploded, x.is_loopback, x.is_link_local, x.is_private, x.ipv4_mapped, x.compressed)
print(list(summarize_address_range(ip_address('1.0.0.1'),ip_address('1.0.0.9'))), list(collapse_addresses([ip_network('10.0.0.0/25'),ip_network('10.0.0.128/25')])), list(n.address_exclude(ip_network('192.168.0.64/26'))), ip_network('2001:db8::/126').num_addresses, sorted([ip_network('10.0.0.0/8'),ip_network('9.0.0.0/8')]))
for f in [lambda:ip_address('256.1.1.1'), lambda:ip_network('10.0.0.1/8'), lambda:IPv4Address('1.2.3'), lambda:IPv4Address('01.2.3.4'), lambda:IPv6Address('1::2::3'), lambda:IPv6Address('12345::'), lambda:IPv4Network('1.2.3.4/40'), lambda:ip_address('x'), lambda:IPv4Address(-1), lambda:IPv6Address(':1'), lambda: IPv4Address('1.2.3.4')<IPv6Address('::')]:
    try: print(f())
    except Exception as e: print(type(e).__name__, e)
print(f'{a:b}', hash(a)==hash(ip_address('192.168.1.10')), {a:1}[ip_address('192.168.1.10')])

# expect-stdout:
# IPv4Address('192.168.1.10') 3232235786 192.168.1.11 True False b'\xc0\xa8\x01\n' 10.1.168.192.in-addr.arpa True 4 192.168.1.10 0.0.0.1
# IPv4Network('192.168.0.0/24') 255.255.255.0 0.0.0.255 192.168.0.255 256 [IPv4Address('192.168.0.1'), IPv4Address('192.168.0.2')] 254 False 192.168.0.5 192.168.0.255 ['192.168.0.0/26', '192.168.0.64/26', '192.168.0.128/26', '192.168.0.192/26'] 192.168.0.0/23 192.168.0.0/255.255.255.0 True 10.0.0.0/8 [IPv4Address('1.2.3.4'), IPv4Address('1.2.3.5')] True
# IPv4Interface('10.1.2.3/8') 10.1.2.3 10.0.0.0/8 10.1.2.3/255.0.0.0 True
# ::1 0000:0000:0000:0000:0000:0000:0000:0001 True False True None ::1
# 2001:db8::8:800:200c:417a 2001:0db8:0000:0000:0008:0800:200c:417a False False True None 2001:db8::8:800:200c:417a
# fe80::1 fe80:0000:0000:0000:0000:0000:0000:0001 False True True None fe80::1
# ::ffff:1.2.3.4 0000:0000:0000:0000:0000:ffff:1.2.3.4 False False False 1.2.3.4 ::ffff:1.2.3.4
# :: 0000:0000:0000:0000:0000:0000:0000:0000 False False True None ::
# 1:: 0001:0000:0000:0000:0000:0000:0000:0000 False False False None 1::
# 1:2:3:4:5:6:7:8 0001:0002:0003:0004:0005:0006:0007:0008 False False False None 1:2:3:4:5:6:7:8
# 0:0:1:: 0000:0000:0001:0000:0000:0000:0000:0000 False False False None 0:0:1::
# [IPv4Network('1.0.0.1/32'), IPv4Network('1.0.0.2/31'), IPv4Network('1.0.0.4/30'), IPv4Network('1.0.0.8/31')] [IPv4Network('10.0.0.0/24')] [IPv4Network('192.168.0.128/25'), IPv4Network('192.168.0.0/26')] 4 [IPv4Network('9.0.0.0/8'), IPv4Network('10.0.0.0/8')]
# ValueError '256.1.1.1' does not appear to be an IPv4 or IPv6 address
# ValueError 10.0.0.1/8 has host bits set
# AddressValueError Expected 4 octets in '1.2.3'
# AddressValueError Leading zeros are not permitted in '01' in '01.2.3.4'
# AddressValueError At most one '::' permitted in '1::2::3'
# AddressValueError At most 4 characters permitted in '12345' in '12345::'
# NetmaskValueError '40' is not a valid netmask
# ValueError 'x' does not appear to be an IPv4 or IPv6 address
# AddressValueError -1 (< 0) is not permitted as an IPv4 address
# AddressValueError At least 3 parts expected in ':1'
# TypeError 1.2.3.4 and :: are not of the same version
# 11000000101010000000000100001010 True 1

import ipaddress

# All digits of an address, and the zones of IPv6.
one = ipaddress.ip_address('1.2.3.4')
print(f'{one:b} {one:#_x} {one:n} {ipaddress.ip_address("::1"):x} {one:>10s}')
# expect: 00000001000000100000001100000100 0x0102_0304 00000001000000100000001100000100 00000000000000000000000000000001    1.2.3.4
zoned = ipaddress.IPv6Address('::1%zone')
print(zoned == ipaddress.IPv6Address('::1'), ipaddress.IPv6Interface('::1%zone'), zoned + 1)
# expect: False ::1%zone/128 ::2
for text in ('', '::1%'):
    try:
        ipaddress.IPv6Address(text) if text else ipaddress.IPv4Address(text)
    except ValueError as e:
        print(e)
# expect: Address cannot be empty
# expect: Invalid IPv6 address: "'::1%'"
