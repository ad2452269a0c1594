using GeminiGen.Shared.Catalog;

namespace GeminiGen.Generator.Emission;

/// <content>The arguments of a function, which are an object of no type.</content>
internal sealed partial class SchemaWriter
{
    /// <summary>The schema of a function's arguments; null when the dialect cannot say it.</summary>
    public static string? WriteArguments(SchemaDialect dialect, EquatableArray<AnswerType> types, ToolModel tool)
    {
        SchemaWriter writer = new(types, dialect, GetArguments(tool));
        List<string> names = [];
        List<string> required = [];
        writer._text.Append("{\"type\":\"").Append(writer.Spell("object")).Append("\",\"properties\":{");
        foreach (ToolParameterModel parameter in tool.Parameters)
        {
            if (parameter.Kind != ToolParameterKind.Argument)
            {
                continue;
            }

            writer._text.Append(names.Count > 0 ? "," : "").Append(JsonText.Quote(parameter.Name)).Append(':');
            writer.WriteType(types[parameter.Type], parameter.IsNullable, parameter.Description, parameter.Rules);
            names.Add(parameter.Name);
            if (parameter.DefaultValue is null)
            {
                required.Add(parameter.Name);
            }
        }

        writer._text.Append('}');
        if (required.Count > 0)
        {
            writer.WriteNames("required", required.ToEquatableArray());
        }

        writer._text.Append('}');
        return writer.Finish();
    }

    private static List<int> GetArguments(ToolModel tool)
    {
        List<int> types = [];
        foreach (ToolParameterModel parameter in tool.Parameters)
        {
            if (parameter.Kind == ToolParameterKind.Argument)
            {
                types.Add(parameter.Type);
            }
        }

        return types;
    }
}
