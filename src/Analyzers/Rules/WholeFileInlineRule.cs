using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Diagnostics;
using GeminiGen.Analyzers.ModelCalls;
using GeminiGen.Analyzers.Requests;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>
/// GG3001: the bytes of a whole file go into a request, and nothing on the way looks at how many they are. Told where the file is read; from there the type is searched for a request,
/// a blob of a client library, or media of a contract that the bytes reach.
/// </summary>
internal static class WholeFileInlineRule
{
    /// <summary>Waits for files that are read whole.</summary>
    public static void Add(CallSiteRegistrar registrar, Compilation compilation)
    {
        registrar.OnCallBesideModel(compilation.GetTypeByMetadataName("System.IO.File"), ["ReadAllBytes", "ReadAllBytesAsync"], Check);
        registrar.OnCallBesideModel(compilation.GetTypeByMetadataName("System.IO.MemoryStream"), ["ToArray", "GetBuffer"], Check);
    }

    private static void Check(CallSite context, IInvocationOperation read)
    {
        if (read.SemanticModel is not { } model || FindUse(read, model, context) is not { } use)
        {
            return;
        }

        if (IsSizeTested(read.Syntax, use.Place))
        {
            if (!use.IsContract)
            {
                MediaSizeRule.CheckBound(ValueFlow.ScopeOf(use.Place), model, context.ReportDiagnostic, context.CancellationToken);
            }

            return;
        }

        context.ReportDiagnostic(Diagnostic.Create(
            use.IsContract ? Descriptors.WholeFileInMemory : Descriptors.WholeFileInline,
            read.Syntax.GetLocation(),
            read.TargetMethod.ContainingType.Name + "." + read.TargetMethod.Name));
    }

    private static (SyntaxNode Place, bool IsContract)? FindUse(IInvocationOperation read, SemanticModel model, CallSite context)
    {
        SyntaxNode scope = read.Syntax.FirstAncestorOrSelf<TypeDeclarationSyntax>() ?? read.Syntax.SyntaxTree.GetRoot(context.CancellationToken);
        ValueFlow flow = new(model, context.CancellationToken);
        foreach (SyntaxNode node in scope.DescendantNodes())
        {
            if (InlineBlobs.IsCandidate(node)
                && model.GetOperation(node, context.CancellationToken) is { } operation
                && InlineBlobs.Read(operation, flow) is { } blob
                && blob.Bytes.Place.Syntax == read.Syntax
                && IsWhole(blob.Bytes, blob.IsContract))
            {
                return (node, blob.IsContract);
            }
        }

        foreach (ModelCall call in context.File.CallsIn(scope))
        {
            if (call is { IsGemini: true, Send: { } send }
                && ModelRequest.Read(call.Operation, send, flow, model, context.CancellationToken).Body is { } body
                && InlineBytes.In(body, flow).Any(bytes => bytes.Place.Syntax == read.Syntax && IsWhole(bytes, isContract: false)))
            {
                return (call.Syntax, false);
            }
        }

        return null;
    }

    // A stream in memory is no file the client could read itself.
    private static bool IsWhole(InlineBytes bytes, bool isContract) => bytes.Source == BytesSource.File || (bytes.Source == BytesSource.Stream && !isContract);

    private static bool IsSizeTested(SyntaxNode read, SyntaxNode use)
        => SizeTests.AreIn(ValueFlow.ScopeOf(use))
            || SizeTests.AreIn(ValueFlow.ScopeOf(read))
            || (use.FirstAncestorOrSelf<TypeDeclarationSyntax>() is { } type && SizeTests.AreInType([type]));
}
