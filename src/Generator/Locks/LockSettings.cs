using System.Globalization;
using GeminiGen.Generator.Emission;

namespace GeminiGen.Generator.Locks;

/// <summary>What a method asks for beside its texts, under the names its attributes have.</summary>
internal static class LockSettings
{
    /// <summary>The settings as JSON; null when there are none.</summary>
    public static string? Create(PromptMethodModel method)
    {
        JsonMembers members = new JsonMembers()
            .AddMembers(Emitter.GetSettings(method.Generation))
            .Add("thinkingLevel", NameOf(method.Generation.ThinkingLevel))
            .AddRaw("thinkingBudget", method.Generation.ThinkingBudget?.ToString(CultureInfo.InvariantCulture))
            .AddRaw("safety", GetSafety(method.Safety))
            .AddIf("googleSearch", (method.BuiltInTools & BuiltInTools.GoogleSearch) != BuiltInTools.None)
            .AddIf("urlContext", (method.BuiltInTools & BuiltInTools.UrlContext) != BuiltInTools.None)
            .AddIf("codeExecution", (method.BuiltInTools & BuiltInTools.CodeExecution) != BuiltInTools.None)
            .AddIf("thoughts", method.IncludesThoughts)
            .AddIf("rawResponse", method.KeepsResponse)
            .AddRaw("repairs", Positive(method.MaxRepairs));
        if (method.Tools is { } tools)
        {
            members.AddRaw("maxRounds", Positive(tools.MaxRounds)).Add("onError", tools.OnError).AddIf("requireApproval", tools.RequireApproval);
        }

        return Finish(members, method.MaxAttempts, method.TimeoutSeconds);
    }

    /// <inheritdoc cref="Create(PromptMethodModel)"/>
    public static string? Create(EmbeddingMethodModel method)
    {
        JsonMembers members = new JsonMembers().Add("taskType", method.TaskType).AddRaw("outputDimensionality", Positive(method.OutputDimensionality));
        return Finish(members, method.MaxAttempts, method.TimeoutSeconds);
    }

    private static string? Finish(JsonMembers members, int maxAttempts, double timeoutSeconds)
    {
        members.AddRaw("maxAttempts", Positive(maxAttempts));
        members.AddRaw("timeoutSeconds", timeoutSeconds > 0 ? timeoutSeconds.ToString("R", CultureInfo.InvariantCulture) : null);
        return members.IsEmpty ? null : members.ToString();
    }

    private static string? GetSafety(EquatableArray<SafetyModel> safety)
    {
        JsonMembers members = new();
        foreach (SafetyModel setting in safety)
        {
            members.Add(NameOf(setting.Category)!, NameOf(setting.Threshold));
        }

        return members.IsEmpty ? null : members.ToString();
    }

    /// <summary>The name of an enum's member, as C# has it behind the last dot.</summary>
    private static string? NameOf(string? member) => member?.Substring(member.LastIndexOf('.') + 1);

    private static string? Positive(int value) => value > 0 ? value.ToString(CultureInfo.InvariantCulture) : null;
}
