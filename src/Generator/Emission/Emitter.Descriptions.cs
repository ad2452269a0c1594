using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <content>What is known of each method at compile time.</content>
internal sealed partial class Emitter
{
    private void WriteMethodDescriptions()
    {
        if (_model.Methods.Count == 0)
        {
            return;
        }

        _writer.Line();
        using (_writer.Block($"private static class {_methodsClass}"))
        {
            for (int i = 0; i < _model.Methods.Count; i++)
            {
                if (i > 0)
                {
                    _writer.Line();
                }

                WriteMethodDescription(_model.Methods[i], _descriptionNames[i]);
            }
        }
    }

    private void WriteMethodDescription(PromptMethodModel method, string name)
    {
        GenerationModel generation = method.Generation;
        bool hasMore = _models is not null || method.OwnModel is not null || method.Safety.Count > 0 || method.Tools is not null || method.BuiltInTools != BuiltInTools.None || method.MaxRepairs > 0 || method.IncludesThoughts || method.KeepsResponse;
        _writer.Line($"internal static readonly {Plumbing}PromptMethod {CSharpLiteral.Identifier(name)} = new {Plumbing}PromptMethod(");
        using (_writer.Indent())
        {
            _writer.Line($"contract: {CSharpLiteral.String(_model.ContractName)},");
            _writer.Line($"name: {CSharpLiteral.String(method.Name)},");
            _writer.Line($"model: {CSharpLiteral.String(_model.Model)},");
            _writer.Line($"settings: {_utf8.Write(GetSettings(generation))},");
            _writer.Line($"thinkingLevel: {generation.ThinkingLevel ?? "null"},");
            _writer.Line($"thinkingBudget: {Invariant(generation.ThinkingBudget) ?? "null"},");
            _writer.Line($"schema: {(method.AnswerType < 0 ? "null" : _schemasClass + "." + CSharpLiteral.Identifier(GetSchemaName(method)))},");
            _writer.Line($"maxAttempts: {Invariant(method.MaxAttempts)},");
            _writer.Line($"timeoutSeconds: {method.TimeoutSeconds.ToString("R", CultureInfo.InvariantCulture)}){(hasMore ? "" : ";")}");
        }

        if (hasMore)
        {
            WriteMore(method);
        }
    }

    /// <summary>What few methods have.</summary>
    private void WriteMore(PromptMethodModel method)
    {
        _writer.Line("{");
        using (_writer.Indent())
        {
            WriteIf(_models is not null, $"Models = {_models},");
            WriteIf(method.OwnModel is not null, $"OwnModel = {CSharpLiteral.String(method.OwnModel)},");
            WriteSafety(method.Safety);
            if (method.Tools is { } tools)
            {
                WriteToolSet(tools);
            }

            WriteIf(method.BuiltInTools != BuiltInTools.None, $"BuiltInTools = {GetBuiltInTools(method.BuiltInTools)},");
            WriteIf(method.MaxRepairs > 0, $"MaxRepairs = {Invariant(method.MaxRepairs)},");
            WriteIf(method.IncludesThoughts, "IncludesThoughts = true,");
            WriteIf(method.KeepsResponse, "KeepsResponse = true,");
        }

        _writer.Line("};");
    }

    private void WriteSafety(EquatableArray<SafetyModel> safety)
    {
        if (safety.Count == 0)
        {
            return;
        }

        using (_writer.Block("Safety = new global::GeminiGen.SafetySetting[]", end: ","))
        {
            foreach (SafetyModel setting in safety)
            {
                _writer.Line($"new global::GeminiGen.SafetySetting({setting.Category}, {setting.Threshold}),");
            }
        }
    }

    private static string GetBuiltInTools(BuiltInTools tools)
    {
        List<string> names = [];
        foreach (BuiltInTools tool in new[] { BuiltInTools.GoogleSearch, BuiltInTools.UrlContext, BuiltInTools.CodeExecution })
        {
            if ((tools & tool) != BuiltInTools.None)
            {
                names.Add(Plumbing + "PromptBuiltInTools." + tool);
            }
        }

        return string.Join(" | ", names);
    }

    private void WriteIf(bool condition, string line)
    {
        if (condition)
        {
            _writer.Line(line);
        }
    }

    /// <summary>The members of <c>generationConfig</c>, without its braces.</summary>
    internal static string GetSettings(GenerationModel generation)
    {
        List<string> members = [];
        Add("maxOutputTokens", Invariant(generation.MaxOutputTokens));
        Add("temperature", Invariant(generation.Temperature));
        Add("topP", Invariant(generation.TopP));
        Add("topK", Invariant(generation.TopK));
        Add("seed", Invariant(generation.Seed));
        if (generation.StopSequences is { Count: > 0 } stops)
        {
            List<string> quoted = [];
            foreach (string stop in stops)
            {
                quoted.Add(JsonText.Quote(stop));
            }

            Add("stopSequences", "[" + string.Join(",", quoted) + "]");
        }

        return string.Join(",", members);

        void Add(string name, string? value)
        {
            if (value is not null)
            {
                members.Add("\"" + name + "\":" + value);
            }
        }
    }

    private static string? Invariant(int? value) => value?.ToString(CultureInfo.InvariantCulture);

    private static string? Invariant(double? value) => value?.ToString("R", CultureInfo.InvariantCulture);
}
