using GeminiGen.Shared.Yaml;

namespace GeminiGen.Analyzers.Prompts;

/// <summary>What the front matter of a prompt file says of model and settings, each with its place. Whether it may be said at all is the parser's to check (GG0008).</summary>
internal sealed class FileSettings
{
    private readonly List<(string Name, YamlValue Value)> _settings = [];

    private FileSettings()
    {
    }

    /// <summary>The model's id; null when none is named.</summary>
    public string? Model { get; private set; }

    /// <summary>Where it stands.</summary>
    public YamlValue? ModelPlace { get; private set; }

    /// <summary>The settings, by the names that attributes have for them.</summary>
    public IReadOnlyList<(string Name, YamlValue Value)> Settings => _settings;

    /// <summary>Whether the file decides about thinking, which level and budget do together.</summary>
    public bool DecidesThinking => Sets(WellKnownNames.Thinking) || Sets(WellKnownNames.ThinkingBudget);

    /// <summary>Reads a file. Where its front matter cannot be read, it says nothing.</summary>
    public static FileSettings Read(PromptDocument document)
    {
        FileSettings settings = new();
        if (document is { HasFrontMatter: true, IsOpen: false })
        {
            try
            {
                settings.ReadAll(YamlReader.Parse(document.File.Text, document.FrontMatterStart, document.FrontMatterEnd));
            }
            catch (YamlSyntaxException)
            {
                return new FileSettings();
            }
        }

        return settings;
    }

    /// <summary>Whether the file sets something.</summary>
    public bool Sets(string name) => _settings.Exists(setting => setting.Name == name);

    private void ReadAll(YamlValue root)
    {
        foreach (YamlMember member in root.Members)
        {
            if (member.Name == "model" && FrontMatterReader.TryGetModel(member.Value.Text, out string model, out _) && model.Length > 0)
            {
                Model = model;
                ModelPlace = member.Value;
            }
            else if (member.Name == "config")
            {
                ReadConfig(member.Value);
            }
        }
    }

    private void ReadConfig(YamlValue config)
    {
        foreach (YamlMember member in config.Members)
        {
            if (member.Name == "thinkingConfig")
            {
                ReadConfig(member.Value);
            }
            else if (GetName(member.Name) is { } name)
            {
                _settings.Add((name, member.Value));
            }
        }
    }

    private static string? GetName(string key) => key switch
    {
        "temperature" => WellKnownNames.Temperature,
        "topP" => WellKnownNames.TopP,
        "topK" => WellKnownNames.TopK,
        "maxOutputTokens" => WellKnownNames.MaxOutputTokens,
        "thinking" or "thinkingLevel" => WellKnownNames.Thinking,
        "thinkingBudget" => WellKnownNames.ThinkingBudget,
        _ => null,
    };
}
