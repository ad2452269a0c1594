using System.Buffers.Text;

namespace GeminiGen;

/// <summary>Reads JSON numbers such as <c>5.0</c>, <c>1e2</c> and <c>150e-1</c> that stand for whole numbers: exactly, and without work that grows with the exponent.</summary>
internal static class WholeNumber
{
    /// <summary>The number. Where 64 bits cannot hold it, some number they cannot hold either.</summary>
    /// <param name="json">A number as JSON writes it.</param>
    /// <exception cref="AnswerValueException">It is not whole.</exception>
    internal static Int128 Read(ReadOnlySpan<byte> json)
    {
        bool isNegative = json[0] == '-';
        int end = json.IndexOfAny((byte)'e', (byte)'E');
        ReadOnlySpan<byte> mantissa = json[(isNegative ? 1 : 0)..(end < 0 ? json.Length : end)];
        int point = mantissa.IndexOf((byte)'.');
        ReadOnlySpan<byte> whole = (point < 0 ? mantissa : mantissa[..point]).TrimStart((byte)'0');
        ReadOnlySpan<byte> fraction = point < 0 ? default : mantissa[(point + 1)..].TrimEnd((byte)'0');
        if (whole.IsEmpty && fraction.IsEmpty)
        {
            return 0;
        }

        long exponent = end < 0 ? 0 : ReadExponent(json[(end + 1)..]);
        int zeros = fraction.IsEmpty ? whole.Length - whole.TrimEnd((byte)'0').Length : -fraction.Length;
        if (zeros + exponent < 0)
        {
            throw new AnswerValueException("must be a whole number");
        }

        Int128 magnitude = ReadDigits(whole, fraction, whole.Length + exponent);
        return isNegative ? -magnitude : magnitude;
    }

    // Zeros follow where the digits end before the count does. Once the value is too large, more of it does not matter.
    private static Int128 ReadDigits(ReadOnlySpan<byte> whole, ReadOnlySpan<byte> fraction, long count)
    {
        Int128 value = 0;
        for (long i = 0; i < count && value <= ulong.MaxValue; i++)
        {
            int digit = i < whole.Length ? whole[(int)i] : i - whole.Length < fraction.Length ? fraction[(int)i - whole.Length] : '0';
            value = (value * 10) + (digit - '0');
        }

        return value;
    }

    private static int ReadExponent(ReadOnlySpan<byte> digits)
        => Utf8Parser.TryParse(digits, out int exponent, out _) ? exponent : digits[0] == '-' ? int.MinValue : int.MaxValue;
}
