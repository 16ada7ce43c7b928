"""Which network addresses belong to the public web."""

from __future__ import annotations

from ipaddress import IPv4Address, IPv6Address, IPv6Network, ip_address

GLOBAL_UNICAST = IPv6Network("2000::/3")
"""All that is assigned to the public (RFC 4291); everything else is local, reserved or a translation."""
NAT64 = IPv6Network("64:ff9b::/96")
"""An IPv4 address in its last 32 bits (RFC 6052), as networks without IPv4 answer for sites that have only that."""


def is_public(address: str) -> bool:
    """True if the address, and any that is inside it, is global unicast. Raises ValueError if it is no address."""
    found = ip_address(address.partition("%")[0])
    if isinstance(found, IPv4Address):
        return found.is_global and not found.is_multicast and not found.is_reserved
    inner = _inner(found)
    if inner is not None and not is_public(str(inner)):
        return False
    translated = found.ipv4_mapped is not None or found in NAT64
    return translated or (found in GLOBAL_UNICAST and found.is_global)


def _inner(address: IPv6Address) -> IPv4Address | None:
    """The IPv4 address that a mapped, translated or tunnelled one leads to."""
    if address in NAT64:
        return IPv4Address(int(address) & 0xFFFF_FFFF)
    return address.ipv4_mapped or address.sixtofour
