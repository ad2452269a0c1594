namespace GeminiGen.Generator.Emission;

/// <content>The methods that write prompts: constant text as escaped UTF-8, and arguments between it.</content>
internal sealed partial class Emitter
{
    /// <summary>The method that names each enum written into a prompt, by the enum.</summary>
    private readonly Dictionary<string, string> _enumNameMethods = new(StringComparer.Ordinal);
    private readonly List<PromptEnumModel> _enums = [];

    private void WritePromptWriter(PromptMethodModel method, string name)
    {
        UniqueNames locals = new();
        string parameters = "";
        foreach (PromptParameterModel parameter in method.Parameters)
        {
            locals.Reserve(parameter.Name);
            parameters += IsWritten(parameter) ? $", {parameter.TypeName} {CSharpLiteral.Identifier(parameter.Name)}" : "";
        }

        string writer = locals.Get("writer");
        string writerType = locals.Get("TWriter");
        _writer.Line($"private static void {name}<{writerType}>(ref {writerType} {writer}{parameters})");
        using (_writer.Indent())
        {
            _writer.Line($"where {writerType} : struct, {Plumbing}IPromptWriter");
        }

        _writer.Line("{");
        using (_writer.Indent())
        {
            if (method.SystemInstruction.Count > 0)
            {
                _writer.Line($"{writer}.BeginSystemInstruction();");
                WriteSegments(method, method.SystemInstruction, writer);
                _writer.Line($"{writer}.EndSystemInstruction();");
            }

            _writer.Line($"{writer}.BeginUserTurn();");
            WriteSegments(method, method.Prompt, writer);
            _writer.Line($"{writer}.EndUserTurn();");
        }

        _writer.Line("}");
    }

    private void WriteSegments(PromptMethodModel method, EquatableArray<TemplateSegment> segments, string writer)
    {
        foreach (TemplateSegment segment in segments)
        {
            if (segment.Parameter < 0)
            {
                _writer.Line($"{writer}.Literal({_utf8.Write(JsonText.Escape(segment.Text))});");
            }
            else
            {
                WriteValue(method.Parameters[segment.Parameter], segment.Format, writer);
            }
        }
    }

    private void WriteValue(PromptParameterModel parameter, string? format, string writer)
    {
        string name = CSharpLiteral.Identifier(parameter.Name);
        bool isReference = parameter.Value is PromptValueKind.String or PromptValueKind.Uri or PromptValueKind.Media;
        bool isNullableStruct = parameter.IsNullable && !isReference && parameter.IsValueType;
        if (!isNullableStruct)
        {
            _writer.Line($"{writer}.{GetWriteCall(parameter, parameter.IsNullable && !isReference ? name + "!" : name, format)};");
            return;
        }

        using (_writer.Block($"if ({name}.HasValue)"))
        {
            _writer.Line($"{writer}.{GetWriteCall(parameter, name + ".GetValueOrDefault()", format)};");
        }
    }

    private string GetWriteCall(PromptParameterModel parameter, string value, string? format)
    {
        string formatLiteral = CSharpLiteral.String(format);
        return parameter.Value switch
        {
            PromptValueKind.Boolean => $"Value({value} ? \"true\" : \"false\")",
            PromptValueKind.Enum when format is "D" or "d" => $"Value(({parameter.Enum!.UnderlyingTypeName}){value}, null)",
            PromptValueKind.Enum => $"Value({GetEnumNameMethod(parameter.Enum!)}({value}))",
            PromptValueKind.Uri => $"Value({value}{(parameter.IsNullable ? "?" : "")}.OriginalString)",
            PromptValueKind.Media => $"Media({value})",
            PromptValueKind.SpanFormattable => $"Value({value}, {formatLiteral})",
            PromptValueKind.Formattable => $"FormattableValue({value}, {formatLiteral})",
            _ => $"Value({value})",
        };
    }

    private string GetEnumNameMethod(PromptEnumModel model)
    {
        if (!_enumNameMethods.TryGetValue(model.TypeName, out string? method))
        {
            method = _members.Get("NameOf" + model.TypeName.Substring(Math.Max(model.TypeName.LastIndexOf('.'), model.TypeName.LastIndexOf(':')) + 1).TrimStart('@'));
            _enumNameMethods.Add(model.TypeName, method);
            _enums.Add(model);
        }

        return method;
    }

    /// <summary>A combination of flags is left to the enum itself; a number without a name is written as such, whatever the culture.</summary>
    private void WriteEnumNames()
    {
        foreach (PromptEnumModel model in _enums)
        {
            _writer.Line();
            using (_writer.Block($"private static string {_enumNameMethods[model.TypeName]}({model.TypeName} value) => value switch", end: ";"))
            {
                foreach (string member in model.Members)
                {
                    _writer.Line($"{model.TypeName}.{CSharpLiteral.Identifier(member)} => \"{member}\",");
                }

                _writer.Line(model.IsFlags
                    ? "_ => value.ToString(),"
                    : $"_ => (({model.UnderlyingTypeName})value).ToString(global::System.Globalization.CultureInfo.InvariantCulture),");
            }
        }
    }
}
