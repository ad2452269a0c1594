using System.Globalization;

namespace GeminiGen.Generator.Emission;

/// <content>The methods that give vectors.</content>
internal sealed partial class Emitter
{
    private void WriteEmbeddings()
    {
        if (_model.Embeddings.Count == 0)
        {
            return;
        }

        UniqueNames names = CreateNestedNames();
        List<string> descriptions = [];
        foreach (EmbeddingMethodModel method in _model.Embeddings)
        {
            descriptions.Add(names.Get(method.Name));
            _writer.Line();
            WriteEmbedding(method, descriptions[descriptions.Count - 1]);
        }

        _writer.Line();
        using (_writer.Block($"private static class {_embeddingsClass}"))
        {
            for (int i = 0; i < descriptions.Count; i++)
            {
                if (i > 0)
                {
                    _writer.Line();
                }

                WriteEmbeddingDescription(_model.Embeddings[i], descriptions[i]);
            }
        }
    }

    private void WriteEmbedding(EmbeddingMethodModel method, string description)
    {
        if (method.ExplicitInterface is null)
        {
            _writer.Line("/// <inheritdoc/>");
        }

        using (_writer.Block(GetSignature(method.Name, method.ReturnTypeName, method.ExplicitInterface, method.Parameters)))
        {
            WriteGuards(method.Parameters, ReserveParameters(method.Parameters));
            bool isList = method.Shape is EmbeddingShape.Arrays or EmbeddingShape.Memories;
            string call = method.Shape switch
            {
                EmbeddingShape.Array => "EmbedAsync",
                EmbeddingShape.Memory => "EmbedMemoryAsync",
                EmbeddingShape.Arrays => "EmbedAllAsync",
                _ => "EmbedAllMemoryAsync",
            };
            string title = isList ? "" : ", " + (method.Title is { } name ? CSharpLiteral.Identifier(name) : "null");
            string arguments = $"this.{_clientField}, {_embeddingsClass}.{CSharpLiteral.Identifier(description)}, {CSharpLiteral.Identifier(method.Text)}{GetForgive(method)}{title}, {GetToken(method.Parameters)}";
            string expression = $"{Plumbing}EmbeddingCalls.{call}({arguments})";
            _writer.Line(method.IsValueTask ? $"return new {method.ReturnTypeName}({expression});" : $"return {expression};");
        }
    }

    /// <summary>A text that may be null is refused when it is.</summary>
    private static string GetForgive(EmbeddingMethodModel method)
    {
        foreach (PromptParameterModel parameter in method.Parameters)
        {
            if (parameter.Name == method.Text)
            {
                return parameter.TypeName.IndexOf('?') >= 0 ? "!" : "";
            }
        }

        return "";
    }

    private void WriteEmbeddingDescription(EmbeddingMethodModel method, string name)
    {
        string settings = method.TaskType is { } task ? "\"taskType\":\"" + task + "\"" : "";
        if (method.OutputDimensionality > 0)
        {
            settings += (settings.Length > 0 ? "," : "") + "\"outputDimensionality\":" + Invariant(method.OutputDimensionality);
        }

        _writer.Line($"internal static readonly {Plumbing}PromptMethod {CSharpLiteral.Identifier(name)} = new {Plumbing}PromptMethod(");
        using (_writer.Indent())
        {
            _writer.Line($"contract: {CSharpLiteral.String(_model.ContractName)},");
            _writer.Line($"name: {CSharpLiteral.String(method.Name)},");
            _writer.Line($"model: {CSharpLiteral.String(method.Model ?? _model.Model)},");
            _writer.Line($"settings: {_utf8.Write(settings)},");
            _writer.Line("thinkingLevel: null,");
            _writer.Line("thinkingBudget: null,");
            _writer.Line("schema: null,");
            _writer.Line($"maxAttempts: {Invariant(method.MaxAttempts)},");
            _writer.Line($"timeoutSeconds: {method.TimeoutSeconds.ToString("R", CultureInfo.InvariantCulture)})");
        }

        using (_writer.Block("", end: ";"))
        {
            _writer.Line($"ApiMethod = \"{(method.Shape is EmbeddingShape.Arrays or EmbeddingShape.Memories ? "batchEmbedContents" : "embedContent")}\",");
            _writer.Line($"HasOwnModel = {Boolean(method.Model is not null)},");
            WriteIf(_models is not null, $"Models = {_models},");
        }
    }
}
