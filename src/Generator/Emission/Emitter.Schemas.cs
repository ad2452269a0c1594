namespace GeminiGen.Generator.Emission;

/// <content>The schemas of typed answers, in both dialects.</content>
internal sealed partial class Emitter
{
    private readonly Dictionary<int, string> _schemaNames = [];
    private readonly UniqueNames _takenSchemaNames = UniqueNames.ForMembers();

    private string GetSchemaName(int answerType)
    {
        if (!_schemaNames.TryGetValue(answerType, out string? name))
        {
            name = _takenSchemaNames.Get(_model.AnswerTypes[answerType].Name);
            _schemaNames.Add(answerType, name);
        }

        return name;
    }

    private void WriteSchemas()
    {
        if (_schemaNames.Count == 0)
        {
            return;
        }

        _writer.Line();
        using (_writer.Block($"private static class {_schemasClass}"))
        {
            bool isFirst = true;
            for (int i = 0; i < _model.AnswerTypes.Count; i++)
            {
                if (!_schemaNames.TryGetValue(i, out string? name))
                {
                    continue;
                }

                if (!isFirst)
                {
                    _writer.Line();
                }

                isFirst = false;
                _writer.Line($"internal static readonly {Plumbing}PromptSchema {CSharpLiteral.Identifier(name)} = new {Plumbing}PromptSchema(");
                using (_writer.Indent())
                {
                    _writer.Line($"jsonSchema: {_utf8.Write(SchemaWriter.WriteJsonSchema(_model.AnswerTypes, i))},");
                    _writer.Line($"openApiSchema: {_utf8.Write(SchemaWriter.WriteOpenApi(_model.AnswerTypes, i))});");
                }
            }
        }
    }
}
