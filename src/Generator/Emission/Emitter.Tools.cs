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

    private void NameTools()
    {
        UniqueNames names = UniqueNames.ForMembers();
        names.Reserve(_toolsClass);
        foreach (ToolModel tool in _model.Tools)
        {
            _toolNames.Add(names.Get(tool.MethodName));
        }

        for (int i = 0; i < _toolNames.Count; i++)
        {
            _invokeNames.Add(names.Get("Invoke" + _toolNames[i]));
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
                WriteInvocation(_model.Tools[i], _invokeNames[i]);
            }
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

    private void WriteInvocation(ToolModel tool, string invoke)
    {
        string call = GetTarget(tool) + "." + CSharpLiteral.Identifier(tool.MethodName) + "(" + GetArguments(tool) + ")";
        call = tool.IsAwaited ? "await " + call + ".ConfigureAwait(false)" : call;
        string statement = tool.ResultType < 0 ? call + ";"
            : $"call.Return(({call})!, {_answersClass}.{CSharpLiteral.Identifier(_model.AnswerTypes[tool.ResultType].Name)});";
        using (_writer.Block($"private static {(tool.IsAwaited ? "async " : "")}global::System.Threading.Tasks.ValueTask {invoke}({Plumbing}ToolInvocation call)"))
        {
            _writer.Line(statement);
            if (!tool.IsAwaited)
            {
                _writer.Line("return default;");
            }
        }
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

    private string GetArguments(ToolModel tool)
    {
        StringBuilder text = new();
        foreach (ToolParameterModel parameter in tool.Parameters)
        {
            text.Append(text.Length > 0 ? ", " : "").Append(GetArgument(parameter));
        }

        return text.ToString();
    }

    private string GetArgument(ToolParameterModel parameter)
    {
        string name = CSharpLiteral.String(parameter.Name);
        return parameter.Kind switch
        {
            ToolParameterKind.CancellationToken => "call.CancellationToken",
            ToolParameterKind.Services => "call.Services",
            ToolParameterKind.Service => $"call.Service<{parameter.TypeName}>()",
            _ when parameter.DefaultValue is { } value =>
                $"call.Optional({name}, {GetInfo(parameter)}, {value}, allowsNull: {Boolean(parameter.IsNullable)})!",
            _ => $"call.Required({name}, {GetInfo(parameter)})",
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
