"""The issuer of a certificate, for the sentence that says it is not trusted."""

from tui.base.text import one_line


def issuer_of(certificate: bytes) -> str:
    """The common name of the issuer, or its organisation; inert, empty where there is none. DER goes in."""
    from cryptography import x509  # 30 ms, only once something is wrong
    from cryptography.x509.oid import NameOID

    try:
        issuer = x509.load_der_x509_certificate(certificate).issuer
    except ValueError:
        return ""
    names = [each for kind in (NameOID.COMMON_NAME, NameOID.ORGANIZATION_NAME)
             for each in issuer.get_attributes_for_oid(kind)]  # fmt: skip
    return one_line(str(names[0].value), limit=80) if names else ""
