"""Which address of this computer the tablets of its own network can reach."""

import ipaddress
import socket
import struct
import sys
from contextlib import suppress

from sociogram.errors import SociogramError, bad_input

_ELSEWHERE = ("10.255.255.255", "172.31.255.255", "192.168.255.255")
_SIOCGIFADDR = 0x8915


def sharing_address(asked: str) -> str:
    """Return `asked` if it is an address of this computer on a local network; "" finds one.

    BadInput when it is public, not this computer's, or when there is no local network at all.
    """
    if not asked:
        found = local_addresses()
        if not found:
            raise _no_network()
        return found[0]
    try:
        address = ipaddress.IPv4Address(asked)
    except ValueError:
        raise _not_local() from None
    if not address.is_private or address.is_unspecified:
        raise _not_local()
    with socket.socket(socket.AF_INET, socket.SOCK_STREAM) as probe:
        try:
            probe.bind((asked, 0))
        except OSError:
            raise _not_local() from None
    return asked


def local_addresses() -> list[str]:
    """The private IPv4 addresses of this computer, the likeliest first; no packet is sent."""
    found = [*_towards_elsewhere(), *_of_interfaces(), *_of_the_host_name()]
    private = [one for one in dict.fromkeys(found) if _is_local(one)]
    return sorted(private, key=lambda one: ipaddress.IPv4Address(one).is_link_local)


def _is_local(text: str) -> bool:
    address = ipaddress.IPv4Address(text)
    return address.is_private and not address.is_loopback and not address.is_unspecified


def _towards_elsewhere() -> list[str]:
    # Connecting a datagram socket chooses the outgoing address and sends nothing.
    found = []
    for target in _ELSEWHERE:
        with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe, suppress(OSError):
            probe.connect((target, 9))
            found.append(str(probe.getsockname()[0]))
    return found


def _of_interfaces() -> list[str]:
    # A computer that is itself the hotspot has no way elsewhere, only its own interface.
    if not sys.platform.startswith("linux"):
        return []
    import fcntl

    found = []
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as probe:
        for _, name in socket.if_nameindex():
            with suppress(OSError):
                answer = fcntl.ioctl(probe.fileno(), _SIOCGIFADDR, struct.pack("256s", name.encode()[:15]))
                found.append(socket.inet_ntoa(answer[20:24]))
    return found


def _of_the_host_name() -> list[str]:
    with suppress(OSError):
        return [str(one) for one in socket.gethostbyname_ex(socket.gethostname())[2]]
    return []


def _not_local() -> SociogramError:
    return bad_input(
        "bad_share_address",
        fr="ce n'est pas une adresse de cet ordinateur sur un réseau local.",
        en="this is not an address of this computer on a local network.",
        remedy_fr="Retirer --share-address, ou donner une adresse comme 192.168.43.5.",
        remedy_en="Leave --share-address out, or give an address such as 192.168.43.5.",
        field="--share-address",
    )


def _no_network() -> SociogramError:
    return bad_input(
        "no_local_network",
        fr="cet ordinateur n'est sur aucun réseau local.",
        en="this computer is on no local network.",
        remedy_fr="Ouvrir d'abord le partage de connexion du téléphone, puis relancer.",
        remedy_en="First open the phone's hotspot, then start again.",
        field="--share",
    )
