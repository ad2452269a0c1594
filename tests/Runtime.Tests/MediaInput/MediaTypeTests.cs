using System.Text;
using GeminiGen.Runtime.Tests.Support;

namespace GeminiGen.Runtime.Tests.MediaInput;

public sealed class MediaTypeTests
{
    public static TheoryData<string, string> Known => new()
    {
        { "89504E470D0A1A0A", "image/png" },
        { "FFD8FFE0", "image/jpeg" },
        { "52494646000000005745425056503820", "image/webp" },
        { "5249464600000000574156456D742020", "audio/wav" },
        { "52494646000000004156492000000000", "video/avi" },
        { "464F524D0000000041494646", "audio/aiff" },
        { "4F67675300020000000000000000000000000000000000000000000001766F72626973", "audio/ogg" },
        { "664C6143", "audio/flac" },
        { "49443304", "audio/mp3" },
        { "FFFB9064", "audio/mp3" },
        { "FFFD9064", "audio/mpeg" },
        { "FFF15080", "audio/aac" },
        { "00000018667479706865696300000000", "image/heic" },
        { "000000186674797068656966", "image/heic" },
        { "00000018667479706D69663100000000", "image/heif" },
        { "0000001C6674797071742020", "video/mov" },
        { "0000001C667479706D703432", "video/mp4" },
        { "0000001C6674797033677035", "video/3gpp" },
        { "0000001C667479704D344120", "audio/m4a" },
        { "1A45DFA39F4286810142F7810142F2810442F381084282847765626D", "video/webm" },
        { "000001BA44", "video/mpeg" },
        { "464C560105", "video/x-flv" },
        { "3026B2758E66CF11A6D900AA0062CE6C", "video/wmv" },
        { "255044462D312E37", "application/pdf" },
        { "EFBBBF48656C6C6F", "text/plain" },
        { "FFFE480065006C00", "text/plain" },
        { "FEFF00480065006C", "text/plain" },
        { "48656C6C6F20C3BC0A", "text/plain" },
        { "3C21444F43545950452068746D6C3E", "text/html" },
        { "0A3C68746D6C3E", "text/html" },
        { "3C3F786D6C2076", "text/xml" },
        { "7B5C72746631", "text/rtf" },
    };

    [Theory]
    [MemberData(nameof(Known))]
    public void TheTypeIsFoundByContent(string hex, string expected)
        => Assert.Equal(expected, Media.FromBytes(Convert.FromHexString(hex)).MimeType);

    [Theory]
    [InlineData("474946383961", "image/gif")]
    [InlineData("49492A00", "image/tiff")]
    [InlineData("504B0304", "application/zip")]
    [InlineData("0000001C6674797061766966", "image/avif")]
    [InlineData("4F676753000200000000000000000000000000000000000000000001807468656F7261", "video/ogg")]
    [InlineData("1A45DFA3A34286810142F7810142F2810442F381084282886D6174726F736B61", "video/x-matroska")]
    public void ATypeTheApiDoesNotTakeIsRefusedByName(string hex, string type)
    {
        GeminiMediaTypeException error = Assert.Throws<GeminiMediaTypeException>(() => Media.FromBytes(Convert.FromHexString(hex)));
        Assert.Equal(type, error.MimeType);
        Assert.Contains(type, error.Message, StringComparison.Ordinal);
        Assert.Equal(type, Media.FromBytes(Convert.FromHexString(hex), type).MimeType);
    }

    [Theory]
    [InlineData("0001020304")]
    [InlineData("48656C6C6FFC")]
    [InlineData("FFFF0000")]
    [InlineData("4D5A9000")]
    public void BytesOfNoKnownTypeAreRefusedAndMayBeNamed(string hex)
    {
        GeminiMediaTypeException error = Assert.Throws<GeminiMediaTypeException>(() => Media.FromBytes(Convert.FromHexString(hex)));
        Assert.Null(error.MimeType);
        Assert.Contains("mimeType", error.Message, StringComparison.Ordinal);
        Assert.Equal("audio/l16; rate=16000", Media.FromBytes(Convert.FromHexString(hex), "AUDIO/L16;rate=16000").MimeType);
    }

    [Fact]
    public void ACharacterCutByTheSampleIsStillText()
    {
        byte[] text = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat("aü😀", 2000)));
        for (int shift = 0; shift < 8; shift++)
        {
            Assert.Equal("text/plain", Media.FromBytes(text.AsMemory(..(8000 + 8))).MimeType);
            text = [.. "x"u8, .. text];
        }
    }

    [Theory]
    [InlineData("png")]
    [InlineData("image/*")]
    [InlineData("")]
    [InlineData("image/png\",\"x\":\"")]
    public void WhatIsNoMimeTypeIsRefused(string type)
        => Assert.Throws<ArgumentException>(() => Media.FromBytes(Samples.Png(), type));

    [Fact]
    public void NothingIsRefused()
    {
        Assert.Throws<GeminiMediaEmptyException>(() => Media.FromBytes(default));
        Assert.Throws<GeminiMediaEmptyException>(() => Media.FromStream(new MemoryStream()));
        Assert.Throws<GeminiMediaEmptyException>(() => Media.FromBytes(default, "image/png"));
    }
}
