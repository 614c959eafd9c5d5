"""Reading barcodes."""


def read(image: bytes) -> str:
    """Returns the barcode in an image.

    .. adr:: ADR-0116: Barcodes are read on the device
       :status: accepted
       :date: 2025-09-16

       The image never leaves the driver's tablet.
    """
    return image.hex()
