namespace GeminiGen.Generator.Emission;

/// <content>The schemas of typed answers, in both dialects.</content>
internal sealed partial class Emitter
{
    private readonly Dictionary<(int Type, bool IsNullable), string> _schemaNames = [];
    private readonly UniqueNames _takenSchemaNames = UniqueNames.ForMembers();

    private string GetSchemaName(int answerType, bool isNullable)
    {
        if (!_schemaNames.TryGetValue((answerType, isNullable), out string? name))
        {
            AnswerType type = _model.AnswerTypes[answerType];
            name = _takenSchemaNames.Get(isNullable && type is not NullableAnswer ? type.Name + "OrNull" : type.Name);
            _schemaNames.Add((answerType, isNullable), name);
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
                WriteSchema(i, isNullable: false, ref isFirst);
                WriteSchema(i, isNullable: true, ref isFirst);
            }
        }
    }

    private void WriteSchema(int type, bool isNullable, ref bool isFirst)
    {
        if (!_schemaNames.TryGetValue((type, isNullable), out string? name))
        {
            return;
        }

        if (!isFirst)
        {
            _writer.Line();
        }

        isFirst = false;
        _writer.Line($"internal static readonly {Plumbing}PromptSchema {CSharpLiteral.Identifier(name)} = new {Plumbing}PromptSchema(");
        using (_writer.Indent())
        {
            _writer.Line($"jsonSchema: {_utf8.Write(SchemaWriter.Write(SchemaDialect.JsonSchema, _model.AnswerTypes, type, isNullable))},");
            string check = IsChecked(type) ? $".Checking<{_model.AnswerTypes[type].TypeName}>({_answersClass}.{AnswerNames.Check(_model.AnswerTypes[type])})" : "";
            string nullable = isNullable ? ", isNullable: true" : "";
            _writer.Line($"openApiSchema: {_utf8.Write(SchemaWriter.Write(SchemaDialect.OpenApi, _model.AnswerTypes, type, isNullable))}{nullable}){check};");
        }
    }
}
