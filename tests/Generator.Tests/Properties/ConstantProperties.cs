using System.Globalization;
using System.Reflection;
using System.Runtime.Loader;
using System.Text;
using System.Text.Json;
using CsCheck;
using GeminiGen.Generated.Tests.Properties;
using GeminiGen.TestHarness;

namespace GeminiGen.Generator.Tests.Properties;

/// <summary>Constant text arrives as it is: through the template, the C# of the contract, the C# that is generated, and JSON.</summary>
public sealed class ConstantProperties
{
    private const int Methods = 120;

    private static readonly Gen<(string Before, string After, string Instruction, string User, string Model)> Constants =
        Gen.Select(Texts.Any, Texts.Any, Texts.Any, Texts.Any, Texts.Any);

    [Fact]
    public void A_template_without_names_is_its_own_text() => Texts.Any.Sample(
        static text =>
        {
            PromptTemplate template = PromptTemplate.Parse(Escape("t" + text));

            Assert.Empty(template.Errors);
            string read = string.Concat(template.Nodes.Cast<TemplateNode.Text>().Select(static node => node.Value));
            Assert.Equal(Normalize("t" + text), read);
            Assert.Equal(Texts.WellFormed(read), JsonSerializer.Deserialize<string>("\"" + Emission.JsonText.Escape(read) + "\""));
        },
        iter: 5000);

    [Fact]
    public Task Constants_of_contracts_arrive_as_they_are() => Constants.Array[Methods].SampleAsync(CheckAsync, iter: 2, threads: 1);

    private static async Task CheckAsync((string Before, string After, string Instruction, string User, string Model)[] constants)
    {
        GeneratorRun run = GeneratorDriverHarness.RunOnce(new PromptGenerator(), new ConsumerProject(WriteContract(constants)));
        using MemoryStream image = new();
        Assert.Empty(run.Output.Emit(image).Diagnostics.Where(static finding => finding.Severity == Microsoft.CodeAnalysis.DiagnosticSeverity.Error));
        image.Position = 0;
        Type type = new AssemblyLoadContext(null, isCollectible: true).LoadFromStream(image).GetType("Desk")!;
        using GeminiClient client = new(new GeminiOptions());
        object desk = Activator.CreateInstance(type, client)!;
        for (int i = 0; i < constants.Length; i++)
        {
            string value = constants[(i + 1) % constants.Length].Before;
            MethodInfo render = type.GetMethod(string.Create(CultureInfo.InvariantCulture, $"RenderM{i}Async"))!;
            RenderedPrompt rendered = await (Task<RenderedPrompt>)render.Invoke(desk, [value])!;
            Check(constants[i], value, rendered.Json);
        }
    }

    private static void Check((string Before, string After, string Instruction, string User, string Model) constants, string value, string json)
    {
        using JsonDocument document = JsonDocument.Parse(json);
        JsonElement contents = document.RootElement.GetProperty("contents");
        Assert.Equal(3, contents.GetArrayLength());
        Assert.Equal(Arrived(constants.User + "u"), TextOf(contents[0]));
        Assert.Equal(Arrived(constants.Model + "m"), TextOf(contents[1]));
        Assert.Equal(Arrived(constants.Before) + Texts.WellFormed(value) + Arrived(constants.After), TextOf(contents[2]));
        Assert.Equal(Arrived(constants.Instruction + "i"), TextOf(document.RootElement.GetProperty("systemInstruction")));
    }

    private static string TextOf(JsonElement turn) => Assert.Single(turn.GetProperty("parts").EnumerateArray()).GetProperty("text").GetString()!;

    private static string WriteContract((string Before, string After, string Instruction, string User, string Model)[] constants)
    {
        StringBuilder source = new("#pragma warning disable CS1591\nusing System.Threading.Tasks; using GeminiGen;\n[GeminiPrompts(Model = \"gemini-3.8-flash\")] public partial interface IDesk\n{\n");
        for (int i = 0; i < constants.Length; i++)
        {
            source.Append(CultureInfo.InvariantCulture, $"[Prompt({Literal(Escape(constants[i].Before) + "{value}" + Escape(constants[i].After))})] ");
            source.Append(CultureInfo.InvariantCulture, $"[SystemInstruction({Literal(Escape(constants[i].Instruction) + "i")})] ");
            source.Append(CultureInfo.InvariantCulture, $"[Example(User = {Literal(constants[i].User + "u")}, Model = {Literal(constants[i].Model + "m")})] ");
            source.Append(CultureInfo.InvariantCulture, $"Task<string> M{i}(string value);\n");
        }

        return source.Append('}').ToString();
    }

    /// <summary>The text as a template has it.</summary>
    private static string Escape(string text) => text.Replace("{", "{{", StringComparison.Ordinal).Replace("}", "}}", StringComparison.Ordinal);

    /// <summary>The text as a literal of C#, each character by its number.</summary>
    private static string Literal(string text) => "\"" + string.Concat(text.Select(static character => "\\u" + ((int)character).ToString("X4", CultureInfo.InvariantCulture))) + "\"";

    /// <summary>Line ends are LF, wherever a file was checked out.</summary>
    private static string Normalize(string text) => text.Replace("\r\n", "\n", StringComparison.Ordinal);

    private static string Arrived(string text) => Texts.WellFormed(Normalize(text));
}
