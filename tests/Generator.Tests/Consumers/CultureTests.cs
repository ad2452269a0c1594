using System.Globalization;
using GeminiGen.Generator.Tests.Baselines;
using GeminiGen.TestHarness;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen.Generator.Tests.Consumers;

/// <summary>The culture of the machine that compiles does not reach the output: decimal commas, minus signs and Turkish letters stay out.</summary>
public sealed class CultureTests
{
    public static TheoryData<string, string> Cases
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string culture in (string[])["fi-FI", "tr-TR", "ar-SA"])
            {
                foreach (string name in (string[])["Generation", "Defaults", "Formats", "TypedRecord", "TypedClass"])
                {
                    data.Add(culture, name);
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Output_is_the_same_in_every_culture(string culture, string name)
    {
        string expected = Generate(name, CultureInfo.InvariantCulture);
        string actual = Generate(name, CultureInfo.GetCultureInfo(culture));

        Assert.Equal(expected, actual);
    }

    [Fact]
    public void Cultures_of_this_machine_do_differ()
    {
        Assert.Equal("1,5", 1.5.ToString(CultureInfo.GetCultureInfo("fi-FI")));
        Assert.Equal("ı", "I".ToLower(CultureInfo.GetCultureInfo("tr-TR")));
    }

    private static string Generate(string name, CultureInfo culture)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = culture;
            return GeneratorDriverHarness.RunOnce(new PromptGenerator(), BaselineCase.Read(name).ToProject(LanguageVersion.Latest)).SingleText;
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }
}
