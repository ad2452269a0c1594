using System.Collections.Immutable;
using GeminiGen.Analyzers.Diagnostics;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Operations;

namespace GeminiGen.Analyzers.Rules;

/// <summary>GG0021: a fake of a type that the generator writes none for. Stays on with <c>GeminiGenAnalyzers=false</c>.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class FakeOfNoContractAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = ImmutableArray.Create(Descriptors.FakeOfNoContract);

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            // Calls are looked at only where the testing kit is there to be called.
            if (start.Compilation.GetTypeByMetadataName(FakeContracts.FakeClassMetadataName) is { } fakes)
            {
                start.RegisterOperationAction(context => Visit(context, fakes), OperationKind.Invocation);
            }
        });
    }

    private static void Visit(OperationAnalysisContext context, INamedTypeSymbol fakes)
    {
        var call = (IInvocationOperation)context.Operation;
        if (call.TargetMethod is { Name: FakeContracts.For, TypeArguments: [{ } type] }
            && SymbolEqualityComparer.Default.Equals(call.TargetMethod.ContainingType, fakes)
            && FakeContracts.FindFault(type, context.Compilation) is { } fault)
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
