using System.Collections.Immutable;
using GeminiGen.Generator.Catalog;
using GeminiGen.Generator.Emission;
using GeminiGen.Generator.Fakes;
using GeminiGen.Generator.Locks;
using GeminiGen.Generator.Memo;
using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Locks;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace GeminiGen.Generator;

/// <summary>Writes the client of every interface marked <c>[GeminiPrompts]</c>. What is wrong with a contract is told by the analyzers.</summary>
[Generator(LanguageNames.CSharp)]
public sealed class PromptGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        RegisterSnapshots(context);
        IncrementalValueProvider<ProjectModels> catalog = GetCatalog(context);
        IncrementalValueProvider<CompilationFacts> facts = context.CompilationProvider
            .Select(static (compilation, _) => CompilationFacts.Read(compilation))
            .Combine(catalog.Select(static (models, _) => models.Models.Count > 0))
            .Select(static (both, _) => both.Left with { HasModels = both.Right })
            .Combine(context.AnalyzerConfigOptionsProvider.Select(static (options, _) => LockOptions.AsksForRows(options.GlobalOptions)))
            .Select(static (both, _) => both.Left with { IsLocked = both.Right })
            .WithTrackingName(TrackingNames.Options);
        RegisterToolSets(context, facts);

        IncrementalValuesProvider<PromptInterfaceModel> models = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.GeminiPromptsAttributeMetadataName,
                static (node, _) => node is InterfaceDeclarationSyntax,
                static (found, cancellationToken) => DeclarationMemo<PromptInterfaceModel>.GetOrRead(found, ReadContract, cancellationToken))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Model);

        IncrementalValuesProvider<PromptInterfaceModel> bound = models
            .Combine(GetFiles(context))
            .Select(static (contract, _) => FileBinding.Bind(contract.Left, contract.Right))
            .WithTrackingName(TrackingNames.Bound);
        FakePipeline.Register(context, bound);

        IncrementalValuesProvider<(PromptInterfaceModel Model, CompilationFacts Facts)> outputs = bound
            .Combine(facts)
            .WithTrackingName(TrackingNames.Output);

        context.RegisterSourceOutput(outputs, static (production, output) =>
        {
            if (output.Facts.IsRuntimeReferenced)
            {
                production.AddSource(HintNames.Create(output.Model.MetadataName), Emitter.Emit(output.Model, output.Facts));
                if (output.Facts.IsLocked)
                {
                    production.AddSource(HintNames.CreateLock(output.Model.MetadataName), LockFile.Emit(output.Model));
                }
            }
        });

        IncrementalValuesProvider<(ProjectModels Models, CompilationFacts Facts)> owned = catalog
            .Combine(facts)
            .SelectMany(static (project, _) => project.Right is { IsRuntimeReferenced: true, HasModels: true } ? ImmutableArray.Create(project) : ImmutableArray<(ProjectModels, CompilationFacts)>.Empty);

        context.RegisterSourceOutput(owned, static (production, project) =>
            production.AddSource(ProjectModelsEmitter.HintName, ProjectModelsEmitter.Emit(project.Models, project.Facts.ModelsClass)));
    }

    private static PromptInterfaceModel? ReadContract(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
        => PromptInterfaceParser.Parse((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], found.SemanticModel.Compilation, sink: null, files: null, cancellationToken);

    private static SnapshotModel? ReadSnapshot(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
        => SnapshotParser.Parse((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], found.SemanticModel.Compilation, sink: null, cancellationToken);

    private static ToolSetClassModel? ReadToolSet(GeneratorAttributeSyntaxContext found, CancellationToken cancellationToken)
        => ToolSetClassParser.Parse((INamedTypeSymbol)found.TargetSymbol, found.Attributes[0], found.SemanticModel.Compilation, sink: null, cancellationToken);

    /// <summary>The members of snapshots, which are no part of any contract's file: several contracts may give the same ones.</summary>
    private static void RegisterSnapshots(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValuesProvider<SnapshotModel> snapshots = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.SnapshotOfAttributeMetadataName,
                static (node, _) => node is ClassDeclarationSyntax or RecordDeclarationSyntax,
                static (found, cancellationToken) => DeclarationMemo<SnapshotModel>.GetOrRead(found, ReadSnapshot, cancellationToken))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Snapshot);

        context.RegisterSourceOutput(
            snapshots,
            static (production, model) => production.AddSource(HintNames.Create(model.MetadataName), SnapshotEmitter.Emit(model)));
    }

    /// <summary>Functions for callers that have no contract.</summary>
    private static void RegisterToolSets(IncrementalGeneratorInitializationContext context, IncrementalValueProvider<CompilationFacts> facts)
    {
        IncrementalValuesProvider<(ToolSetClassModel Model, CompilationFacts Facts)> sets = context.SyntaxProvider
            .ForAttributeWithMetadataName(
                WellKnownNames.ToolSetOfAttributeMetadataName,
                static (node, _) => node is ClassDeclarationSyntax,
                static (found, cancellationToken) => DeclarationMemo<ToolSetClassModel>.GetOrRead(found, ReadToolSet, cancellationToken))
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.ToolSet)
            .Combine(facts)
            .WithTrackingName(TrackingNames.ToolSetOutput);

        context.RegisterSourceOutput(
            sets,
            static (production, set) => production.AddSource(HintNames.Create(set.Model.MetadataName), Emitter.Emit(set.Model, set.Facts)));
    }

    /// <summary>The project's own catalogue. Contracts only learn whether there is one, so that a changed price leaves them as they are.</summary>
    private static IncrementalValueProvider<ProjectModels> GetCatalog(IncrementalGeneratorInitializationContext context)
        => context.AdditionalTextsProvider
            .Where(static file => ProjectCatalogFile.IsPath(file.Path))
            .Select(static (file, cancellationToken) => file.GetText(cancellationToken)?.ToString() ?? "")
            .Collect()
            .Select(static (files, _) => ProjectModelsReader.Read(files))
            .WithTrackingName(TrackingNames.Catalog);

    /// <summary>The prompt files. What a contract's file says meets the contract behind its model, so that an edit of either leaves the other unread.</summary>
    private static IncrementalValueProvider<PromptFiles> GetFiles(IncrementalGeneratorInitializationContext context)
    {
        IncrementalValueProvider<string> folder = context.AnalyzerConfigOptionsProvider
            .Select(static (options, _) => options.GlobalOptions.TryGetValue(WellKnownNames.ProjectFolderOption, out string? value) ? value : "");

        return context.AdditionalTextsProvider
            .Where(static file => PromptFile.IsPath(file.Path))
            .Select(static (file, cancellationToken) => new PromptFile(file.Path, file.GetText(cancellationToken)?.ToString() ?? ""))
            .WithTrackingName(TrackingNames.Files)
            .Collect()
            .Combine(folder)
            .Select(static (project, _) => new PromptFiles(project.Right, new EquatableArray<PromptFile>([.. project.Left])));
    }
}
