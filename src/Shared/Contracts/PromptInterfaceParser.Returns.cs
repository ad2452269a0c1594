using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <content>Return types.</content>
internal sealed partial class PromptInterfaceParser
{
    private const string TasksNamespace = "System.Threading.Tasks";

    private static readonly ImmutableDictionary<string, string?> WrapInTask =
        ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.WrapInTask, null);

    private PromptReturn? ParseReturnType(IMethodSymbol method)
    {
        if (method.RefKind != RefKind.None)
        {
            return RefuseReturnType(method, "return 'Task<string>' by value");
        }

        if (method.ReturnType is not INamedTypeSymbol { Arity: 1 } type)
        {
            return RefusePlainReturnType(method);
        }

        ITypeSymbol argument = type.TypeArguments[0];
        bool isValueTask = type.IsNamed(TasksNamespace, "ValueTask");
        if (isValueTask || type.IsNamed(TasksNamespace, "Task"))
        {
            return ParseTask(method, argument, isValueTask);
        }

        return IsStream(type) ? ParseStream(method, argument) : RefusePlainReturnType(method);
    }

    private static bool IsStream(ITypeSymbol type)
        => type.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptStream) || type.IsNamed("System.Collections.Generic", "IAsyncEnumerable");

    private PromptReturn? ParseStream(IMethodSymbol method, ITypeSymbol item)
    {
        if (item.SpecialType == SpecialType.System_String)
        {
            return new PromptReturn(PromptCallKind.TextStream, false, -1);
        }

        if (item.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptResult))
        {
            return RefuseReturnType(method, $"a stream gives usage and cost at its end; return 'PromptStream<{((INamedTypeSymbol)item).TypeArguments[0].GetShortName()}>' and read its 'Completion'");
        }

        if (IsStream(item) || item.IsNamed(TasksNamespace, "Task") || item.IsNamed(TasksNamespace, "ValueTask"))
        {
            return RefuseReturnType(method, $"the items of a stream arrive one after the other by themselves; return 'PromptStream<{GetArgument(item)}>'");
        }

        if (AnswerTypeParser.FindSnapshotOf(item) is { } attribute)
        {
            return _answers.ParseSnapshot((INamedTypeSymbol)item.WithNullableAnnotation(NullableAnnotation.NotAnnotated), attribute, method) is { } mirror
                ? new PromptReturn(PromptCallKind.SnapshotStream, false, mirror.Complete, Snapshot: new SnapshotAnswer(mirror.Root, mirror.CompleteName))
                : null;
        }

        int index = _answers.ParseRoot(item, method);
        return index < 0 ? null : new PromptReturn(PromptCallKind.ItemStream, false, index, AnswerTypeParser.IsNullable(item));
    }

    private static string GetArgument(ITypeSymbol type)
        => type is INamedTypeSymbol { Arity: 1 } named ? named.TypeArguments[0].GetShortName() : "string";

    private PromptReturn? ParseTask(IMethodSymbol method, ITypeSymbol argument, bool isValueTask)
    {
        bool isResult = argument.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptResult);
        ITypeSymbol answer = isResult ? ((INamedTypeSymbol)argument).TypeArguments[0] : argument;
        if (answer.SpecialType == SpecialType.System_String)
        {
            return new PromptReturn(isResult ? PromptCallKind.TextResult : PromptCallKind.Text, isValueTask, -1);
        }

        if (answer is INamedTypeSymbol { Arity: 1 } nested)
        {
            if (IsStream(nested))
            {
                return RefuseReturnType(method, $"a stream needs no task around it; return '{nested.GetShortName()}'");
            }

            if (nested.IsNamed(WellKnownNames.Namespace, WellKnownNames.PromptResult) || nested.IsNamed(TasksNamespace, "Task") || nested.IsNamed(TasksNamespace, "ValueTask"))
            {
                return RefuseReturnType(method, $"return 'Task<{nested.TypeArguments[0].GetShortName()}>'");
            }
        }

        int index = _answers.ParseRoot(answer, method);
        return index < 0 ? null : new PromptReturn(isResult ? PromptCallKind.ValueResult : PromptCallKind.Value, isValueTask, index, AnswerTypeParser.IsNullable(answer));
    }

    /// <summary>Refuses a type that is no task and no stream; where it could be an answer, a task around it is all it needs.</summary>
    private PromptReturn? RefusePlainReturnType(IMethodSymbol method)
    {
        ITypeSymbol type = method.ReturnType;
        if (method.ReturnsVoid || type.IsNamed(TasksNamespace, "Task") || type.IsNamed(TasksNamespace, "ValueTask"))
        {
            return RefuseReturnType(method, "return 'Task<string>' to get the answer's text");
        }

        if (type.IsNamed("System.Collections.Generic", "IAsyncEnumerator"))
        {
            return RefuseReturnType(method, "return 'PromptStream<string>' or 'IAsyncEnumerable<string>'");
        }

        _issues.Error(
            DiagnosticIds.UnsupportedReturnType,
            _locations.OfType(method),
            AnswerTypeParser.IsPossible(type) ? WrapInTask : ImmutableDictionary<string, string?>.Empty,
            type.GetShortName(),
            GetMemberName(method),
            $"a call takes time, so return 'Task<{type.GetShortName()}>'");
        return null;
    }

    private PromptReturn? RefuseReturnType(IMethodSymbol method, string cure)
    {
        _issues.Error(DiagnosticIds.UnsupportedReturnType, _locations.OfType(method), method.ReturnType.GetShortName(), GetMemberName(method), cure);
        return null;
    }
}
