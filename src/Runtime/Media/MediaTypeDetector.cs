namespace GeminiGen;

/// <summary>Finds out by its first bytes what media is. Names and extensions are not asked: they lie, and the API believes what it is told.</summary>
internal static class MediaTypeDetector
{
    /// <summary>How many bytes are looked at.</summary>
    internal const int SampleSize = 4096;

    // Where a container says what it holds, behind its own four letters and a size.
    private const int InnerTypeOffset = 8;

    /// <summary>The MIME type, which the API need not support; <see langword="null"/> when the bytes are nothing known.</summary>
    /// <param name="sample">The first bytes, <see cref="SampleSize"/> of them or all there are.</param>
    /// <param name="isWhole">Whether there are no more.</param>
    internal static string? Detect(ReadOnlySpan<byte> sample, bool isWhole)
        => DetectByMark(sample) ?? DetectContainer(sample) ?? TextDetector.Detect(sample, isWhole) ?? DetectSound(sample);

    private static string? DetectByMark(ReadOnlySpan<byte> bytes)
    {
        foreach (Mark mark in Marks)
        {
            if (bytes.StartsWith(mark.Bytes))
            {
                return mark.MimeType;
            }
        }

        return null;
    }

    private static string? DetectContainer(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < InnerTypeOffset + 4)
        {
            return null;
        }

        ReadOnlySpan<byte> inner = bytes.Slice(InnerTypeOffset, 4);
        if (bytes.StartsWith("RIFF"u8))
        {
            return inner.SequenceEqual("WEBP"u8) ? "image/webp" : inner.SequenceEqual("WAVE"u8) ? "audio/wav" : inner.SequenceEqual("AVI "u8) ? "video/avi" : null;
        }

        if (bytes.StartsWith("FORM"u8))
        {
            return inner.SequenceEqual("AIFF"u8) || inner.SequenceEqual("AIFC"u8) ? "audio/aiff" : null;
        }

        if (bytes.StartsWith("OggS"u8))
        {
            return bytes.IndexOf("theora"u8) is > 0 and < 64 ? "video/ogg" : "audio/ogg";
        }

        // EBML: a WebM names itself in its header, other Matroska files do not.
        if (bytes.StartsWith((ReadOnlySpan<byte>)[0x1A, 0x45, 0xDF, 0xA3]))
        {
            return bytes[..Math.Min(bytes.Length, 64)].IndexOf("webm"u8) > 0 ? "video/webm" : "video/x-matroska";
        }

        return bytes.Slice(4, 4).SequenceEqual("ftyp"u8) ? DetectBrand(inner) : null;
    }

    // ISO base media: the brand tells pictures, sound and film apart.
    private static string DetectBrand(ReadOnlySpan<byte> brand)
    {
        if (brand.StartsWith("hei"u8) || brand.StartsWith("hev"u8))
        {
            return brand[3] is (byte)'m' or (byte)'s' ? "image/heif" : "image/heic";
        }

        return brand.SequenceEqual("mif1"u8) || brand.SequenceEqual("msf1"u8) ? "image/heif"
            : brand.StartsWith("avi"u8) ? "image/avif"
            : brand.SequenceEqual("qt  "u8) ? "video/mov"
            : brand.StartsWith("3g"u8) ? "video/3gpp"
            : brand.StartsWith("M4A"u8) || brand.StartsWith("M4B"u8) || brand.StartsWith("M4P"u8) ? "audio/m4a"
            : "video/mp4";
    }

    // MPEG sound has no mark but eleven set bits; what follows them must make sense as well.
    private static string? DetectSound(ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length < 4 || bytes[0] != 0xFF || (bytes[1] & 0xE0) != 0xE0)
        {
            return null;
        }

        int layer = (bytes[1] >> 1) & 3;
        if (layer == 0)
        {
            return (bytes[1] & 0xF6) == 0xF0 && (bytes[2] & 0x3C) <= 12 << 2 ? "audio/aac" : null;
        }

        bool makesSense = (bytes[1] >> 3 & 3) != 1 && bytes[2] >> 4 is not (0 or 15) && (bytes[2] >> 2 & 3) != 3;
        return !makesSense ? null : layer == 1 ? "audio/mp3" : "audio/mpeg";
    }

    private static Mark[] Marks { get; } =
    [
        new([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        new([0xFF, 0xD8, 0xFF], "image/jpeg"),
        new([.. "%PDF-"u8], MediaTypes.Pdf),
        new([0xEF, 0xBB, 0xBF, .. "%PDF-"u8], MediaTypes.Pdf),
        new([.. "ID3"u8], "audio/mp3"),
        new([.. "fLaC"u8], "audio/flac"),
        new([.. "FLV"u8, 1], "video/x-flv"),
        new([0, 0, 1, 0xBA], "video/mpeg"),
        new([0, 0, 1, 0xB3], "video/mpeg"),
        new([0x30, 0x26, 0xB2, 0x75, 0x8E, 0x66, 0xCF, 0x11], "video/wmv"),

        // Known, to be refused by name.
        new([.. "GIF87a"u8], "image/gif"),
        new([.. "GIF89a"u8], "image/gif"),
        new([.. "II*"u8, 0], "image/tiff"),
        new([.. "MM"u8, 0, .. "*"u8], "image/tiff"),
        new([.. "PK"u8, 3, 4], "application/zip"),
        new([0x1F, 0x8B], "application/gzip"),
        new([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1], "application/x-ole-storage"),
    ];

    private readonly record struct Mark(byte[] Bytes, string MimeType);
}
