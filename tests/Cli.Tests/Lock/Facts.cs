using System.Text.Json.Nodes;

namespace GeminiGen.Cli.Tests.Lock;

/// <summary>What the compiler would tell of projects.</summary>
internal static class Facts
{
    /// <summary>A method.</summary>
    public static JsonObject Method(string signature = "AskAsync(string text)", string prompt = "Ask {text}", int tokens = 4, string? model = "gemini-3.8-flash", string contract = "Desk.IDesk", string? settings = null)
    {
        JsonObject facts = new() { ["contract"] = contract, ["method"] = signature };
        if (model is not null)
        {
            facts["model"] = model;
        }

        facts["prompt"] = prompt;
        if (settings is not null)
        {
            facts["settings"] = JsonNode.Parse(settings);
        }

        facts["tokens"] = tokens;
        return facts;
    }

    /// <summary>The lock of a project for one framework.</summary>
    public static PromptLock Lock(params JsonObject[] methods) => PromptLock.Create([Project("/desk/Desk.csproj", methods)]);

    /// <summary>A project for one framework.</summary>
    public static CompiledProject Project(string path, params JsonObject[] methods) => new(path, "net10.0", methods);
}
