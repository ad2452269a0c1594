using GeminiGen.Analyzers.Answers;
using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Keys;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Shows a file to the rules about requests written and answers read by hand; but only one whose characters speak of models or of candidates.</summary>
internal static class AnswerRules
{
    /// <summary>Checks a file whose calls are known.</summary>
    public static void Check(CallSiteFile file)
    {
        if (AnswerReader.MayRead(file.Text))
        {
            CheckReads(file);
        }

        if (AnswerReader.MayReadChoices(file.Text))
        {
            CheckChoices(file);
        }

        // What calls of contracts send and give is the generator's.
        if (file.Calls.Exists(static call => call.Sender != ModelSenders.Contracts) && ModelFiles.MentionIn(file.Root.SyntaxTree, file.CancellationToken) == ModelMention.Model)
        {
            CheckCalls(file);
        }
    }

    private static void CheckCalls(CallSiteFile file)
    {
        SemanticModel model = file.Model;
        CancellationToken cancellationToken = file.CancellationToken;
        List<ModelCall> sends = file.Calls.FindAll(static call => call.Send is not null);
        string words = string.Join(" ", sends.Select(call => RequestTarget.Words(call, cancellationToken)));
        ClientPerCallRule.Check(sends, file.Report, cancellationToken);
        ErrorTakenForAnswerRule.Check(sends, file.Report, cancellationToken);
        CheckBodies(file, sends);
        RawCallRule.Check(sends, file.Report, cancellationToken);
        StrippedFencesRule.Check(file.Root, sends, file.Report, cancellationToken);
        CountedTokensRule.Check(model, file.Root, file.Report, cancellationToken);
        DroppedSignatureRule.Check(model, file.Root, words, file.Report, cancellationToken);
        if (RequestTarget.IsStream(words))
        {
            HandParsedStreamRule.Check(file.Root, file.Report);
        }
    }

    private static void CheckBodies(CallSiteFile file, List<ModelCall> sends)
    {
        // Several calls may send what one place makes.
        var seen = new HashSet<SyntaxNode>();
        foreach (ModelCall call in sends)
        {
            string words = RequestTarget.Words(call, file.CancellationToken);
            if (RequestBody.Read(call, file.CancellationToken) is { } body && seen.Add(body.Source))
            {
                if (RequestTarget.IsGenerate(words))
                {
                    WrongBodyNameRule.Check(body, file.Report);
                }

                PastedTextRule.Check(body, file.Model, file.Report, file.CancellationToken);
            }
        }
    }

    private static void CheckReads(CallSiteFile file)
    {
        CancellationToken cancellationToken = file.CancellationToken;

        // One member, one finding of each kind: its first read speaks for the others.
        var seen = new HashSet<(SyntaxNode?, bool)>();
        var checks = new AnswerChecks(file.Model, cancellationToken);
        foreach (AnswerRead read in new AnswerReader(file.Model, cancellationToken).Find(file.Root))
        {
            if (read.Taken is { } taken && seen.Add((AnswerChecks.MemberOf(taken.Node), true)))
            {
                UncheckedAnswerRule.Check(read, checks, file.Report);
            }

            if (seen.Add((AnswerChecks.MemberOf(read.Parts.Node), false)))
            {
                UnreadFinishReasonRule.Check(read, checks, file.Model.Compilation, file.Report, cancellationToken);
            }
        }
    }

    private static void CheckChoices(CallSiteFile file)
    {
        List<ModelCall> sends = file.Calls.FindAll(static call => call.Send is not null);
        if (sends.Count == 0)
        {
            return;
        }

        var seen = new HashSet<SyntaxNode?>();
        var checks = new AnswerChecks(file.Model, file.CancellationToken);
        foreach (AnswerRead read in new AnswerReader(file.Model, file.CancellationToken).FindChoices(file.Root))
        {
            if (read.Taken is { } taken && seen.Add(AnswerChecks.MemberOf(taken.Node)))
            {
                UncheckedAnswerRule.CheckChoices(read, checks, sends, file.Report, file.CancellationToken);
            }
        }
    }
}
