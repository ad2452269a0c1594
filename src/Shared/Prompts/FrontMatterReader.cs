using GeminiGen.Shared.Yaml;

namespace GeminiGen;

/// <summary>
/// Reads front matter: the part of Dotprompt's that has a meaning here. Everything else is refused at its key, because its author would take it as done.
/// </summary>
internal sealed partial class FrontMatterReader
{
    private const string KnownKeys = "'model', 'config', 'input' and 'output'";

    private readonly PendingPrompt _pending;
    private readonly AnswerShape _answer;
    private readonly PromptTypeCopy _types;
    private readonly Action<int, int, string> _refuse;
    private readonly List<PromptDefault> _defaults = [];
    private GenerationModel _generation = GenerationModel.Empty;
    private string? _model;

    private FrontMatterReader(PendingPrompt pending, AnswerShape answer, Action<int, int, string> refuse)
    {
        _pending = pending;
        _answer = answer;
        _types = new PromptTypeCopy(pending.Types);
        _refuse = refuse;
    }

    /// <summary>Reads the front matter of a file.</summary>
    /// <param name="document">The file.</param>
    /// <param name="pending">The method whose prompt it is.</param>
    /// <param name="answer">What the method answers with.</param>
    /// <param name="refuse">Takes what is wrong: start, length, and what to do.</param>
    public static FrontMatter Read(PromptDocument document, PendingPrompt pending, AnswerShape answer, Action<int, int, string> refuse)
    {
        if (!document.HasFrontMatter)
        {
            return FrontMatter.Empty;
        }

        if (document.IsOpen)
        {
            refuse(document.FenceStart, 3, "the front matter is not closed; write a line of '---' behind it");
            return FrontMatter.Empty;
        }

        FrontMatterReader reader = new(pending, answer, refuse);
        try
        {
            reader.ReadAll(YamlReader.Parse(document.File.Text, document.FrontMatterStart, document.FrontMatterEnd));
        }
        catch (YamlSyntaxException exception)
        {
            refuse(exception.Start, exception.Length, exception.Message);
        }

        return new FrontMatter(reader._model, reader._generation, reader._defaults.ToEquatableArray());
    }

    private void ReadAll(YamlValue root)
    {
        foreach (YamlMember member in ReadMap(root, "front matter holds names with values, as in 'model: gemini-3.8-flash'"))
        {
            switch (member.Name)
            {
                case "name" or "variant" or "description" or "version" or "metadata" or "ext":
                    // About the file, for people and other tools: nothing to send.
                    break;
                case "model":
                    ReadModel(member.Value);
                    break;
                case "config":
                    ReadConfig(member.Value);
                    break;
                case "input":
                    ReadInput(member.Value);
                    break;
                case "output":
                    ReadOutput(member.Value);
                    break;
                case "tools" or "toolDefs":
                    Refuse(member.Key, $"functions are offered by the method's [Tools]; remove '{member.Name}'");
                    break;
                case "example" or "examples":
                    Refuse(member.Key, $"examples are turns of the body: write {{{{role \"user\"}}}} and {{{{role \"model\"}}}} before the last {{{{role \"user\"}}}}, and remove '{member.Name}'");
                    break;
                default:
                    ReadUnknown(member);
                    break;
            }
        }
    }

    private void ReadUnknown(YamlMember member)
    {
        // Extensions of other tools carry their tool's name.
        if (member.Name.IndexOf('.') > 0)
        {
            return;
        }

        string? nearest = NearestName.Find(member.Name, ["model", "config", "input", "output", "name", "variant", "description", "version", "metadata"]);
        Refuse(member.Key, nearest is null
            ? $"'{member.Name}' means nothing here; the keys are {KnownKeys}"
            : $"'{member.Name}' means nothing here; write '{nearest}', or remove it");
    }

    private void ReadModel(YamlValue value)
    {
        string text = ReadText(value, "a model is one name, as in 'gemini-3.8-flash'");
        if (!TryGetModel(text, out string name, out string provider))
        {
            Refuse(value, $"'{provider}' is another provider; name a Gemini model, as in 'gemini-3.8-flash'");
            return;
        }

        _model = name.Length > 0 ? name : null;
    }

    /// <summary>Takes the model's id out of a name with a provider before it, as other tools write it.</summary>
    /// <param name="text">The name.</param>
    /// <param name="model">The id; empty when there is none.</param>
    /// <param name="provider">The provider; empty when none is named.</param>
    /// <returns>False when only another provider has the model.</returns>
    public static bool TryGetModel(string text, out string model, out string provider)
    {
        int slash = text.IndexOf('/');
        provider = slash < 0 ? "" : text.Substring(0, slash);
        bool hasPrefix = provider is "googleai" or "vertexai";
        model = hasPrefix ? text.Substring(slash + 1) : text;
        return hasPrefix || provider is "" or "models" or "tunedModels";
    }

    private IReadOnlyList<YamlMember> ReadMap(YamlValue value, string expected)
    {
        if (value.Kind != YamlKind.Map && !value.IsNull)
        {
            Refuse(value, expected);
        }

        return value.Members;
    }

    private string ReadText(YamlValue value, string expected)
    {
        if (value.Kind == YamlKind.Scalar && !value.IsNull && !string.IsNullOrWhiteSpace(value.Text))
        {
            return value.Text;
        }

        Refuse(value, expected);
        return "";
    }

    private void Refuse(YamlValue value, string message) => _refuse(value.Start, Math.Max(1, value.Length), message);
}
