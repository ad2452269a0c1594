using System.Collections.Immutable;
using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.Baselines;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Options;
using GeminiGen.Analyzers.Requests;
using GeminiGen.Analyzers.Resilience;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// Host of the rules about requests written and answers read by hand. What they mark seldom stands at the call, and editors ask again only for what is near a change, so a file is
/// looked at as a whole; but only one whose characters speak of Gemini or of candidates.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class AnswerAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(
        Descriptors.UncheckedAnswer,
        Descriptors.UnreadFinishReason,
        Descriptors.ErrorTakenForAnswer,
        Descriptors.StrippedFences,
        Descriptors.WrongBodyName,
        Descriptors.MisplacedBodyName,
        Descriptors.WrongBodyValue,
        Descriptors.PastedText,
        Descriptors.HandParsedStream,
        Descriptors.CountedTokens,
        Descriptors.DroppedSignature,
        Descriptors.DroppedCallId,
        Descriptors.RawCall,
        Descriptors.ClientPerCall,
        Descriptors.ClientPerObject);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // A test sends what it knows to be wrong, and fails where an answer is missing.
            var project = new ProjectFacts(start.Compilation);
            if (RuleSwitch.IsOn(start.Options) && !project.IsTestProject)
            {
                Baseline baseline = Baseline.Of(start.Options, start.CancellationToken);
                start.RegisterSemanticModelAction(context => Check(context, baseline.Filter(context.ReportDiagnostic), project));
            }
        });
    }

    private static void Check(SemanticModelAnalysisContext context, Action<Diagnostic> report, ProjectFacts project)
    {
        string text = context.SemanticModel.SyntaxTree.GetText(context.CancellationToken).ToString();
        if (AnswerReader.MayRead(text))
        {
            CheckReads(context, report);
        }

        if (FileCalls.MayCall(text))
        {
            CheckCalls(context, report, FileCalls.Read(context.SemanticModel, project, context.CancellationToken));
        }
    }

    private static void CheckCalls(SemanticModelAnalysisContext context, Action<Diagnostic> report, List<ModelCall> calls)
    {
        SemanticModel model = context.SemanticModel;
        CancellationToken cancellationToken = context.CancellationToken;
        if (calls.Count == 0 && !FileCalls.UsesLibrary(model, cancellationToken))
        {
            return;
        }

        SyntaxNode root = model.SyntaxTree.GetRoot(cancellationToken);
        string words = string.Join(" ", calls.Select(call => RequestTarget.Words(call, cancellationToken)));
        ClientPerCallRule.Check(calls, report, cancellationToken);
        ErrorTakenForAnswerRule.Check(calls, report, cancellationToken);
        CheckBodies(context, report, calls);
        RawCallRule.Check(calls, report, cancellationToken);
        StrippedFencesRule.Check(root, report);
        CountedTokensRule.Check(model, root, report, cancellationToken);
        DroppedSignatureRule.Check(model, root, words, report, cancellationToken);
        if (RequestTarget.IsStream(words))
        {
            HandParsedStreamRule.Check(root, report);
        }
    }

    private static void CheckBodies(SemanticModelAnalysisContext context, Action<Diagnostic> report, List<ModelCall> calls)
    {
        // Several calls may send what one place makes.
        var seen = new HashSet<SyntaxNode>();
        foreach (ModelCall call in calls)
        {
            string words = RequestTarget.Words(call, context.CancellationToken);
            if (RequestBody.Read(call, context.CancellationToken) is { } body && seen.Add(body.Source))
            {
                if (RequestTarget.IsGenerate(words))
                {
                    WrongBodyNameRule.Check(body, report);
                }

                PastedTextRule.Check(body, context.SemanticModel, report, context.CancellationToken);
            }
        }
    }

    private static void CheckReads(SemanticModelAnalysisContext context, Action<Diagnostic> report)
    {
        CancellationToken cancellationToken = context.CancellationToken;
        // One member, one finding of each kind: its first read speaks for the others.
        var seen = new HashSet<(SyntaxNode?, bool)>();
        var checks = new AnswerChecks(context.SemanticModel, cancellationToken);
        foreach (AnswerRead read in new AnswerReader(context.SemanticModel, cancellationToken).Find(context.SemanticModel.SyntaxTree.GetRoot(cancellationToken)))
        {
            if (read.Taken is { } taken && seen.Add((AnswerChecks.MemberOf(taken.Node), true)))
            {
                UncheckedAnswerRule.Check(read, checks, report);
            }

            if (seen.Add((AnswerChecks.MemberOf(read.Parts.Node), false)))
            {
                UnreadFinishReasonRule.Check(read, checks, context.SemanticModel.Compilation, report, cancellationToken);
            }
        }
    }
}
