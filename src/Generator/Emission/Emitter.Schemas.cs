using GeminiGen.Shared.Catalog;

namespace GeminiGen.Generator.Emission;

/// <content>The schemas of typed answers, in both dialects.</content>
internal sealed partial class Emitter
{
    private readonly Dictionary<SchemaUse, string> _schemaNames = [];
    private readonly UniqueNames _takenSchemaNames = UniqueNames.ForMembers();

    private string GetSchemaName(PromptMethodModel method)
    {
        SchemaUse use = new(method.AnswerType, method.IsAnswerNullable, method.Call == PromptCallKind.ItemStream);
        if (!_schemaNames.TryGetValue(use, out string? name))
        {
            AnswerType type = _model.AnswerTypes[use.Type];
            string suffix = (use.IsNullable && type is not NullableAnswer ? "OrNull" : "") + (use.IsList ? "Items" : "");
            name = _takenSchemaNames.Get(type.Name + suffix);
            _schemaNames.Add(use, name);
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
                WriteSchema(new SchemaUse(i, IsNullable: false, IsList: false), ref isFirst);
                WriteSchema(new SchemaUse(i, IsNullable: true, IsList: false), ref isFirst);
                WriteSchema(new SchemaUse(i, IsNullable: false, IsList: true), ref isFirst);
                WriteSchema(new SchemaUse(i, IsNullable: true, IsList: true), ref isFirst);
            }
        }
    }

    private void WriteSchema(SchemaUse use, ref bool isFirst)
    {
        if (!_schemaNames.TryGetValue(use, out string? name))
        {
            return;
        }

        if (!isFirst)
        {
            _writer.Line();
        }

        isFirst = false;
        AnswerType type = _model.AnswerTypes[use.Type];
        _writer.Line($"internal static readonly {Plumbing}PromptSchema {CSharpLiteral.Identifier(name)} = new {Plumbing}PromptSchema(");
        using (_writer.Indent())
        {
            _writer.Line($"jsonSchema: {GetSchema(SchemaDialects.JsonSchema, use)},");
            string check = IsChecked(use.Type) ? $".Checking<{type.TypeName}>({_answersClass}.{AnswerNames.Check(type)})" : "";
            string nullable = use.IsNullable ? ", isNullable: true" : "";
            _writer.Line($"openApiSchema: {GetSchema(SchemaDialects.OpenApi, use)}{nullable}){check};");
        }
    }

    private string GetSchema(SchemaDialect dialect, SchemaUse use)
        => WriteSchemaText(SchemaWriter.Write(dialect, _model.AnswerTypes, use.Type, use.IsNullable, use.IsList));

    /// <summary>A schema as C#; nothing where the dialect cannot say what the type asks for.</summary>
    private string WriteSchemaText(string? schema) => schema is null ? "default" : _utf8.Write(schema);

    /// <summary>What a method asks for: a type, that or null, or a list of either.</summary>
    private readonly record struct SchemaUse(int Type, bool IsNullable, bool IsList);
}
