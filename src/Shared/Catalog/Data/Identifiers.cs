using System.Text;

namespace GeminiGen.Shared.Catalog;

/// <summary>Makes C# names of model ids and other words of the data.</summary>
internal static class Identifiers
{
    /// <summary>
    /// <c>gemini-3.8-flash</c> → <c>Gemini38Flash</c>. Dots go, every part begins with a capital, and an underscore keeps two
    /// parts of digits apart (<c>gemma-4-31b-it</c> → <c>Gemma4_31bIt</c>).
    /// </summary>
    public static string Pascal(string id)
    {
        var name = new StringBuilder(id.Length);
        bool startsPart = true;
        foreach (char c in id)
        {
            if (c == '-')
            {
                startsPart = true;
            }
            else if (c != '.')
            {
                bool digitsMeet = startsPart && name.Length > 0 && char.IsDigit(c) && char.IsDigit(name[name.Length - 1]);
                name.Append(digitsMeet ? "_" : "").Append(startsPart ? char.ToUpperInvariant(c) : c);
                startsPart = false;
            }
        }

        return name.ToString();
    }
}
