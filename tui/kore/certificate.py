"""The issuer of a certificate, for the sentence that says it is not trusted."""

from tui.base.text import one_line


def issuer_of(certificate: bytes) -> str:
    """The common name of the issuer, or its organisation; inert, empty where there is none. DER goes in."""
    from cryptography import x509  # 30 ms that plain http, and what is not connected yet, need not wait for

    try:
        issuer = x509.load_der_x509_certificate(certificate).issuer
    except ValueError:
        return ""
    names = [each for kind in (x509.NameOID.COMMON_NAME, x509.NameOID.ORGANIZATION_NAME)
             for each in issuer.get_attributes_for_oid(kind)]  # fmt: skip
    return one_line(str(names[0].value), limit=80) if names else ""
