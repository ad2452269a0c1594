using System.Text;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Methods that give vectors.</content>
internal sealed partial class PromptInterfaceParser
{
    private const string TitleParameter = "title";
    private const string DocumentTask = "RETRIEVAL_DOCUMENT";
    private const string OneOrMany = "of one text return 'Task<float[]>' or 'Task<ReadOnlyMemory<float>>', of a list of them 'Task<float[][]>' or 'Task<ReadOnlyMemory<float>[]>'";

    private readonly List<EmbeddingMethodModel> _embeddings = [];

    private EmbeddingMethodModel? ParseEmbedding(IMethodSymbol method, string? explicitInterface, in MethodAttributes attributes)
    {
        AttributeData embed = attributes.Embed!;
        WarnOfUnusedPromptAttributes(method);
        string? task = GetTask(embed);
        IParameterSymbol? text = null, title = null;
        List<PromptParameterModel> parameters = new(method.Parameters.Length);
        foreach (IParameterSymbol parameter in method.Parameters)
        {
            PromptParameterUse use = ParseEmbeddingParameter(parameter, task, ref text, ref title);
            WarnOfMark(method, parameter, WellKnownNames.UntrustedAttribute, isMeaningless: true, "a vector is made of the text alone, and nothing is said to a model about it; remove the attribute");
            WarnOfMark(method, parameter, WellKnownNames.NotInPromptAttribute, isMeaningless: true, "a vector is made of the text, and there is no prompt; remove the attribute");
            parameters.Add(CreateParameter(method, parameter, isUsed: false, use));
        }

        if (text is null)
        {
            _issues.Error(
                DiagnosticIds.InvalidContractType,
                _locations.OfName(method),
                GetMemberName(method),
                "there is no text to embed; add a parameter of type 'string' or 'IReadOnlyList<string>'");
        }

        if (ParseEmbeddingReturn(method, text is not null && IsTextList(text.Type)) is not var (shape, isValueTask) || text is null)
        {
            return null;
        }

        return new EmbeddingMethodModel(
            method.Name,
            method.ReturnType.GetAnnotatedName(),
            explicitInterface,
            parameters.ToEquatableArray(),
            shape,
            isValueTask,
            text.Name,
            title?.Name,
            embed.GetNamedArgument(WellKnownNames.Model).Value as string,
            task,
            embed.GetNamedArgument(WellKnownNames.OutputDimensionality).Value is int and > 0 and int length ? length : 0,
            attributes.MaxAttempts,
            attributes.TimeoutSeconds);
    }

    private PromptParameterUse ParseEmbeddingParameter(IParameterSymbol parameter, string? task, ref IParameterSymbol? text, ref IParameterSymbol? title)
    {
        PromptParameterUse use = PromptValues.ClassifyForCall(parameter);
        if (PromptValues.FindUnkeepable(parameter) is { } cure)
        {
            RefuseParameter(parameter, cure);
        }
        else if (use == PromptParameterUse.CancellationToken)
        {
            return use;
        }
        else if (use == PromptParameterUse.ConversationKey)
        {
            RefuseParameter(parameter, "an embedding belongs to no conversation; remove the attribute");
        }
        else if (text is null && (parameter.Type.SpecialType == SpecialType.System_String || IsTextList(parameter.Type)))
        {
            text = parameter;
        }
        else if (text is not null && title is null && parameter.Name == TitleParameter && parameter.Type.SpecialType == SpecialType.System_String)
        {
            title = parameter;
            if (task != DocumentTask || IsTextList(text.Type))
            {
                RefuseParameter(parameter, "only one text with 'TaskType = EmbeddingTask.RetrievalDocument' takes a title");
            }
        }
        else
        {
            RefuseParameter(parameter, "an embedding is made of a 'string' or a list of them, and of a 'string title' where it is one document; remove it");
        }

        return PromptParameterUse.None;
    }

    private (EmbeddingShape Shape, bool IsValueTask)? ParseEmbeddingReturn(IMethodSymbol method, bool isList)
    {
        bool isValueTask = method.ReturnType.IsNamed(TasksNamespace, "ValueTask");
        if (method.RefKind == RefKind.None && method.ReturnType is INamedTypeSymbol { Arity: 1 } type && (isValueTask || type.IsNamed(TasksNamespace, "Task")))
        {
            ITypeSymbol vector = isList && type.TypeArguments[0] is IArrayTypeSymbol { Rank: 1 } list ? list.ElementType : type.TypeArguments[0];
            bool isPeeled = isList == !ReferenceEquals(vector, type.TypeArguments[0]);
            if (isPeeled && vector is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_Single })
            {
                return (isList ? EmbeddingShape.Arrays : EmbeddingShape.Array, isValueTask);
            }

            if (isPeeled && vector is INamedTypeSymbol { Arity: 1 } memory && memory.IsNamed("System", "ReadOnlyMemory") && memory.TypeArguments[0].SpecialType == SpecialType.System_Single)
            {
                return (isList ? EmbeddingShape.Memories : EmbeddingShape.Memory, isValueTask);
            }
        }

        RefuseReturnType(method, OneOrMany);
        return null;
    }

    /// <summary>What a prompt is made of says nothing where there is none.</summary>
    private void WarnOfUnusedPromptAttributes(IMethodSymbol method)
    {
        if (!_issues.IsListening)
        {
            return;
        }

        foreach (AttributeData attribute in method.GetAttributes())
        {
            if (attribute.AttributeClass is { } type
                && type.ContainingNamespace.IsNamespace(WellKnownNames.Namespace)
                && type.Name is not (WellKnownNames.EmbedAttribute or WellKnownNames.RetryAttribute or WellKnownNames.TimeoutAttribute))
            {
                WarnOfAttribute(method, attribute, "[Embed] makes a vector of the text, which no prompt goes with; remove one of the two");
            }
        }
    }

    /// <summary>The task as the API spells it: <c>RetrievalQuery</c> is <c>RETRIEVAL_QUERY</c>.</summary>
    private static string? GetTask(AttributeData embed)
    {
        TypedConstant task = embed.GetNamedArgument(WellKnownNames.TaskType);
        if (task is not { Kind: TypedConstantKind.Enum, Type: INamedTypeSymbol type })
        {
            return null;
        }

        foreach (ISymbol member in type.GetMembers())
        {
            if (member is IFieldSymbol { HasConstantValue: true } field && Equals(field.ConstantValue, task.Value))
            {
                return ToUpperSnakeCase(field.Name);
            }
        }

        return null;
    }

    private static string ToUpperSnakeCase(string name)
    {
        StringBuilder text = new();
        foreach (char character in name)
        {
            text.Append(char.IsUpper(character) && text.Length > 0 ? "_" : "").Append(char.ToUpperInvariant(character));
        }

        return text.ToString();
    }

    private static bool IsTextList(ITypeSymbol type)
        => type is IArrayTypeSymbol { Rank: 1, ElementType.SpecialType: SpecialType.System_String } || IsTextSequence(type) || ImplementsTextSequence(type);

    private static bool ImplementsTextSequence(ITypeSymbol type)
    {
        if (type is not INamedTypeSymbol { IsReferenceType: true })
        {
            return false;
        }

        foreach (INamedTypeSymbol contract in type.AllInterfaces)
        {
            if (IsTextSequence(contract))
            {
                return true;
            }
        }

        return false;
    }

    private static bool IsTextSequence(ITypeSymbol type)
        => type is INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Collections_Generic_IEnumerable_T } named
            && named.TypeArguments[0].SpecialType == SpecialType.System_String;
}
