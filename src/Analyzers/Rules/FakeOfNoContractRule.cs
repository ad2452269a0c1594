using GeminiGen.Analyzers.CallSites;
using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG0021: a fake of a type that the generator writes none for. Stays on with <c>GeminiGenAnalyzers=false</c>.</summary>
internal static class FakeOfNoContractRule
{
    /// <summary>Waits for calls that ask for a fake; for none where the testing kit is not referenced.</summary>
    public static void Add(CallSiteRegistrar registrar, Compilation compilation)
        => registrar.OnCall(compilation.GetTypeByMetadataName(FakeContracts.FakeClassMetadataName), [FakeContracts.For], Check);

    private static void Check(OperationAnalysisContext context, IInvocationOperation call)
    {
        ITypeSymbol type = call.TargetMethod.TypeArguments[0];
        if (FakeContracts.FindFault(type, context.Compilation) is { } fault)
        {
            context.ReportDiagnostic(Diagnostic.Create(Descriptors.FakeOfNoContract, LocationOf(call.Syntax), type.GetShortName(), fault));
        }
    }

    private static Location LocationOf(SyntaxNode call)
    {
        SyntaxNode name = call is InvocationExpressionSyntax { Expression: { } expression } ? expression is MemberAccessExpressionSyntax access ? access.Name : expression : call;
        return name is GenericNameSyntax { TypeArgumentList.Arguments: [{ } argument] } ? argument.GetLocation() : name.GetLocation();
    }
}
