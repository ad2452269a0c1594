using System.Globalization;
using System.Text;
using GeminiGen.Shared.Catalog;

namespace GeminiGen.Generator.Emission;

/// <content>The functions the model may call: what is told about them, and how they are called.</content>
internal sealed partial class Emitter
{
    /// <summary>The name of each function's description in the class of functions.</summary>
    private readonly List<string> _toolNames = [];

    /// <summary>The name of the method that calls each function.</summary>
    private readonly List<string> _invokeNames = [];

    /// <summary>The names of the checks of each function's arguments, and of the regular expressions they need.</summary>
    private readonly Dictionary<(int Tool, string Parameter), (string Check, string Pattern)> _argumentNames = [];

    private void NameTools()
    {
        UniqueNames names = CreateNestedNames();
        foreach (ToolModel tool in _model.Tools)
        {
            _toolNames.Add(names.Get(tool.MethodName));
        }

        // What is called from where arguments are locals must not be called like one of them.
        UserNames.ReserveArguments(_model.Tools, names);
        for (int i = 0; i < _toolNames.Count; i++)
        {
            _invokeNames.Add(names.Get("Invoke" + _toolNames[i]));
            foreach (ToolParameterModel parameter in _model.Tools[i].Parameters)
            {
                if (NeedsCheck(parameter))
                {
                    // Half-typed parameters have no name yet.
                    string name = "Check" + _toolNames[i] + parameter.Name.Substring(0, Math.Min(1, parameter.Name.Length)).ToUpperInvariant() + parameter.Name.Substring(Math.Min(1, parameter.Name.Length));
                    _argumentNames.Add((i, parameter.Name), (names.Get(name), names.Get(name + "Pattern")));
                }
            }
        }
    }

    private void WriteTools()
    {
        if (_model.Tools.Count == 0)
        {
            return;
        }

        _writer.Line();
        using (_writer.Block($"private static class {_toolsClass}"))
        {
            for (int i = 0; i < _model.Tools.Count; i++)
            {
                if (i > 0)
                {
                    _writer.Line();
                }

                WriteTool(_model.Tools[i], _toolNames[i], _invokeNames[i]);
                _writer.Line();
                WriteInvocation(i);
                WriteArgumentChecks(i);
            }
        }
    }

    private bool NeedsCheck(ToolParameterModel parameter)
        => parameter.Kind == ToolParameterKind.Argument && (parameter.Rules is not null || IsChecked(parameter.Type));

    private void WriteArgumentChecks(int tool)
    {
        foreach (ToolParameterModel parameter in _model.Tools[tool].Parameters)
        {
            if (_argumentNames.TryGetValue((tool, parameter.Name), out (string Check, string Pattern) names))
            {
                WriteArgumentCheck(parameter, names.Check, names.Pattern);
            }
        }
    }

    private void WriteArgumentCheck(ToolParameterModel parameter, string check, string pattern)
    {
        AnswerType type = _model.AnswerTypes[parameter.Type];
        if (parameter.Rules is { Pattern: not null } rules)
        {
            WritePattern(pattern, rules);
        }

        _writer.Line();
        using (_writer.Block($"private static void {check}({type.TypeName}{(type.IsValueType ? "" : "?")} value, {ViolationsType} found)"))
        {
            WriteValueCheck(
                type,
                parameter.Rules,
                IsChecked(parameter.Type),
                CSharpLiteral.String(parameter.Name),
                "value",
                "argument",
                parameter.Rules is { Pattern: not null } ? pattern : null,
                _answersClass + ".");
        }
    }

    private void WriteTool(ToolModel tool, string name, string invoke)
    {
        _writer.Line($"internal static readonly {Plumbing}PromptTool {CSharpLiteral.Identifier(name)} = new {Plumbing}PromptTool(");
        using (_writer.Indent())
        {
            _writer.Line($"name: {CSharpLiteral.String(tool.Name)},");
            _writer.Line($"description: {CSharpLiteral.String(tool.Description)},");
            if (HasArguments(tool))
            {
                _writer.Line($"parameters: new {Plumbing}PromptSchema(");
                using (_writer.Indent())
                {
                    _writer.Line($"jsonSchema: {WriteSchemaText(SchemaWriter.WriteArguments(SchemaDialects.JsonSchema, _model.AnswerTypes, tool))},");
                    _writer.Line($"openApiSchema: {WriteSchemaText(SchemaWriter.WriteArguments(SchemaDialects.OpenApi, _model.AnswerTypes, tool))}),");
                }
            }
            else
            {
                _writer.Line("parameters: null,");
            }

            _writer.Line($"requiresApproval: {Boolean(tool.RequiresApproval)},");
            string target = tool.IsStatic || tool.IsCreatable ? "" : $", target: typeof({tool.TypeName})";
            _writer.Line($"invoke: {invoke}{target}){(WritesResult(tool) ? "" : ";")}");
        }

        if (WritesResult(tool))
        {
            WriteResult(tool);
        }
    }

    /// <summary>Whether the model gives any argument.</summary>
    private static bool HasArguments(ToolModel tool)
    {
        foreach (ToolParameterModel parameter in tool.Parameters)
        {
            if (parameter.Kind == ToolParameterKind.Argument)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>All arguments are read before the function is called: whatever is wrong with them is told at once.</summary>
    private void WriteInvocation(int index)
    {
        ToolModel tool = _model.Tools[index];
        using (_writer.Block($"private static {(tool.IsAwaited ? "async " : "")}global::System.Threading.Tasks.ValueTask {_invokeNames[index]}({Plumbing}ToolInvocation call)"))
        {
            string arguments = ReadArguments(index);
            string call = GetTarget(tool) + "." + CSharpLiteral.Identifier(tool.MethodName) + "(" + arguments + ")";
            call = tool.IsAwaited ? "await " + call + ".ConfigureAwait(false)" : call;
            _writer.Line(tool.ResultType < 0 ? call + ";" : $"call.Return(({call})!, {_answersClass}.{CSharpLiteral.Identifier(_model.AnswerTypes[tool.ResultType].Name)});");
            if (!tool.IsAwaited)
            {
                _writer.Line("return default;");
            }
        }
    }

    /// <summary>Reads what the model gives into locals.</summary>
    /// <returns>The arguments of the call.</returns>
    private string ReadArguments(int index)
    {
        ToolModel tool = _model.Tools[index];
        UniqueNames locals = new();
        locals.Reserve("call");
        StringBuilder arguments = new();
        foreach (ToolParameterModel parameter in tool.Parameters)
        {
            string argument = GetArgument(index, parameter);
            if (parameter.Kind == ToolParameterKind.Argument)
            {
                string local = CSharpLiteral.Identifier(locals.Get(parameter.Name));
                _writer.Line($"var {local} = {argument};");
                argument = local;
            }

            arguments.Append(arguments.Length > 0 ? ", " : "").Append(argument);
        }

        if (HasArguments(tool))
        {
            _writer.Line("call.CheckArguments();");
        }

        return arguments.ToString();
    }

    private static string GetTarget(ToolModel tool)
    {
        if (tool.IsStatic)
        {
            return tool.DeclaringTypeName;
        }

        string target = $"call.Target<{tool.TypeName}>({(tool.IsCreatable ? $"static () => new {tool.TypeName}()" : "")})";
        return tool.DeclaringTypeName == tool.TypeName ? target : $"(({tool.DeclaringTypeName}){target})";
    }

    private string GetArgument(int tool, ToolParameterModel parameter)
    {
        string name = CSharpLiteral.String(parameter.Name);
        string check = _argumentNames.TryGetValue((tool, parameter.Name), out (string Check, string Pattern) names) ? ", check: " + names.Check : "";
        return parameter.Kind switch
        {
            ToolParameterKind.CancellationToken => "call.CancellationToken",
            ToolParameterKind.Services => "call.Services",
            ToolParameterKind.Service => $"call.Service<{parameter.TypeName}>()",
            _ when parameter.DefaultValue is { } value =>
                $"call.Optional({name}, {GetInfo(parameter)}, {value}, allowsNull: {Boolean(parameter.IsNullable)}{check})!",
            _ => $"call.Required({name}, {GetInfo(parameter)}{check})",
        };
    }

    private string GetInfo(ToolParameterModel parameter)
        => _answersClass + "." + CSharpLiteral.Identifier(_model.AnswerTypes[parameter.Type].Name);

    /// <summary>The initializer of a method's description that offers functions.</summary>
    private void WriteToolSet(ToolSetModel set)
    {
        _writer.Line($"Tools = new {Plumbing}PromptToolSet(");
        using (_writer.Indent())
        {
            _writer.Line($"maxRounds: {set.MaxRounds.ToString(CultureInfo.InvariantCulture)},");
            _writer.Line($"onError: global::GeminiGen.ToolErrorHandling.{set.OnError},");
            _writer.Line($"requireApproval: {Boolean(set.RequireApproval)}{(set.Tools.Count > 0 ? "," : "),")}");
            for (int i = 0; i < set.Tools.Count; i++)
            {
                _writer.Line($"{_toolsClass}.{CSharpLiteral.Identifier(_toolNames[set.Tools[i]])}{(i + 1 < set.Tools.Count ? "," : "),")}");
            }
        }
    }
}
