using GeminiGen.Shared.Catalog;
using Microsoft.CodeAnalysis.Text;

namespace GeminiGen.Generator.Emission;

/// <content>Classes that give the functions of a type, for callers without a contract.</content>
internal sealed partial class Emitter
{
    private const string ToolSetType = "global::GeminiGen.ToolSet";

    /// <summary>The class of functions; null in a contract's file, whose model is told nothing of results.</summary>
    private readonly ToolSetClassModel? _toolSet;

    private Emitter(ToolSetClassModel toolSet, CompilationFacts facts)
        : this(
            new PromptInterfaceModel(
                toolSet.MetadataName, toolSet.Namespace, toolSet.Containers, "", "", "", "Create", Registration: null, Model: null, Methods: default, UnservedMembers: default, toolSet.AnswerTypes)
            {
                Tools = toolSet.Tools,
                MarkedIds = toolSet.MarkedIds,
            },
            facts,
            toolSet.Members)
        => _toolSet = toolSet;

    /// <summary>Writes the file of a class of functions.</summary>
    public static SourceText Emit(ToolSetClassModel model, CompilationFacts facts)
    {
        Emitter emitter = new(model, facts);
        emitter.WriteFile(() => emitter.WriteInContainers(() => emitter.WriteToolSet(model)));
        return SourceTextFactory.Create(emitter._writer.ToString());
    }

    private void WriteToolSet(ToolSetClassModel model)
    {
        GeneratedAttributes.Write(_writer);
        using (_writer.Block(model.Header))
        {
            WriteCreate(model);
            WriteTools();
            WriteAnswers();
        }
    }

    private void WriteCreate(ToolSetClassModel model)
    {
        bool needsInstance = model.NeedsInstance;
        string cref = $"<see cref=\"{model.TypeName}\"/>";
        _writer.Line($"/// <summary>Gives the functions of {cref}.</summary>");
        if (needsInstance)
        {
            _writer.Line("/// <param name=\"instance\">The object they are called on; it stays the caller's to dispose.</param>");
        }

        _writer.Line("/// <returns>The functions.</returns>");
        using (_writer.Block($"{(model.IsPublic ? "public" : "internal")} static {ToolSetType} Create({(needsInstance ? model.TypeName + " instance" : "")})"))
        {
            if (model.Fault is { } fault)
            {
                _writer.Line($"throw new global::System.NotSupportedException({CSharpLiteral.String(fault)});");
            }
            else
            {
                WriteBinding(model);
            }
        }
    }

    private void WriteBinding(ToolSetClassModel model)
    {
        if (model.NeedsInstance)
        {
            using (_writer.Block("if (instance is null)"))
            {
                _writer.Line("throw new global::System.ArgumentNullException(\"instance\");");
            }

            _writer.Line();
        }

        _writer.Line($"return {Plumbing}PromptTools.Bind(");
        using (_writer.Indent())
        {
            _writer.Line(model.NeedsInstance ? "instance," : "null,");
            for (int i = 0; i < model.Tools.Count; i++)
            {
                _writer.Line($"{_toolsClass}.{CSharpLiteral.Identifier(_toolNames[i])}{(i + 1 < model.Tools.Count ? "," : ");")}");
            }
        }
    }

    private bool WritesResult(ToolModel tool) => _toolSet is not null && tool.ResultType >= 0;

    /// <summary>What a function gives, for callers that ask.</summary>
    private void WriteResult(ToolModel tool)
    {
        string? schema = SchemaWriter.Write(SchemaDialects.JsonSchema, _model.AnswerTypes, tool.ResultType, isNullable: false, isList: false);
        using (_writer.Block("", ";"))
        {
            _writer.Line($"Result = new {Plumbing}PromptSchema(jsonSchema: {WriteSchemaText(schema)}, openApiSchema: default),");
        }
    }
}
