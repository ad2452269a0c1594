using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG5001: what a user wrote or a model answered goes into the log at a level that is kept. Facts about a call (lengths, tokens, ids, status) may; so may the body of an error.
/// </summary>
internal static class LoggedTextRule
{
    private static readonly HashSet<string> FailureNames = new(StringComparer.Ordinal) { "IsSuccessStatusCode", "StatusCode", "IsSuccess", "Succeeded" };

    /// <summary>Waits for what is logged.</summary>
    public static void Add(CallSiteRegistrar registrar, Compilation compilation)
    {
        foreach (string name in LogSink.TypeNames)
        {
            registrar.OnCallBesideModel(compilation.GetTypeByMetadataName(name), LogSink.MethodNames, static (context, invocation) => Check(LogSink.Read(invocation), context));
        }

        if (compilation.GetTypeByMetadataName("Microsoft.Extensions.Logging.LoggerMessageAttribute") is { } attribute)
        {
            registrar.OnPartialCallBesideModel(attribute, static (context, invocation) => Check(LogSink.ReadPartial(invocation), context));
        }
    }

    private static void Check(LogSink? sink, CallSite context)
    {
        if (sink is not { } log || log.Values.All(static value => value.ConstantValue.HasValue))
        {
            return;
        }

        CancellationToken cancellationToken = context.CancellationToken;
        HashSet<SyntaxNode> reported = [];
        foreach (ModelCall call in context.File.CallsIn(ValueFlow.ScopeOf(log.Call.Syntax)))
        {
            AnswerFlow answer = new(call, cancellationToken);
            ModelRequest? request = call.Send is null ? null : ModelRequest.Read(call.Operation, call.Send, new ValueFlow(call.Model, cancellationToken), call.Model, cancellationToken);
            HashSet<ISymbol> prompt = PromptFlow.VariablesOf(call, request);
            foreach (IOperation value in log.Values)
            {
                if (WhatIs(value, answer, prompt) is { } what && !(what == "answer" && IsAboutFailure(log.Call.Syntax)) && reported.Add(value.Syntax))
                {
                    context.ReportDiagnostic(Diagnostic.Create(Descriptors.LoggedText, value.Syntax.GetLocation(), what, RetryShapes.NameOf(call.Syntax), log.Level));
                }
            }
        }
    }

    private static string? WhatIs(IOperation value, AnswerFlow answer, HashSet<ISymbol> prompt)
    {
        IOperation unwrapped = ValueFlow.Unwrap(value);
        bool isPrompt = unwrapped switch
        {
            ILocalReferenceOperation local => prompt.Contains(local.Local),
            IParameterReferenceOperation parameter => prompt.Contains(parameter.Parameter),
            IInterpolatedStringOperation text => text.Parts.Any(part => part is IInterpolationOperation hole && WhatIs(hole.Expression, answer, prompt) == "prompt"),
            _ => false,
        };
        ITypeSymbol? type = unwrapped.Type is INamedTypeSymbol { Name: "Task" or "ValueTask", TypeArguments: [{ } result] } ? result : unwrapped.Type;
        return isPrompt ? "prompt" : IsWords(type) && answer.IsAnswer(unwrapped) ? "answer" : null;
    }

    // Numbers, enums and truth values tell little; a response's head tells of the connection.
    private static bool IsWords(ITypeSymbol? type)
        => type is { SpecialType: SpecialType.System_String } or { TypeKind: TypeKind.Class, Name: not ("HttpResponseMessage" or "HttpContent" or "Task" or "Stream"), SpecialType: SpecialType.None } or { Name: "JsonElement" };

    // Inside "if (!response.IsSuccessStatusCode)" or a catch the body is an error's.
    private static bool IsAboutFailure(SyntaxNode log)
    {
        for (SyntaxNode? node = log; node is not null and not MemberDeclarationSyntax; node = node.Parent)
        {
            if (node is CatchClauseSyntax or CatchFilterClauseSyntax
                || (node.Parent is IfStatementSyntax test && test.Condition != node && test.Condition.DescendantNodesAndSelf().OfType<SimpleNameSyntax>().Any(static name => FailureNames.Contains(name.Identifier.ValueText))))
            {
                return true;
            }
        }

        return false;
    }
}
