using GeminiGen.Analyzers.Models;
using GeminiGen.Analyzers.Prompts;
using GeminiGen.Analyzers.Symbols;
using GeminiGen.Shared.Catalog;
using GeminiGen.Shared.Yaml;
using Microsoft.CodeAnalysis;

namespace GeminiGen.Analyzers.Rules;

/// <summary>Visits one contract: holds what it and its prompt files set against the models that answer.</summary>
internal sealed partial class ContractSettingsVisit
{
    private readonly ContractRules _rules;
    private readonly GeminiSymbols _symbols;
    private readonly INamedTypeSymbol _contract;
    private readonly AttributeData _attribute;
    private readonly Action<Diagnostic> _report;
    private readonly CancellationToken _cancellationToken;
    private readonly HashSet<Location> _largeTexts = [];
    private readonly HashSet<Location> _members = [];
    private CatalogModel? _textModel;

    /// <summary>Prepares the visit.</summary>
    public ContractSettingsVisit(ContractRules rules, INamedTypeSymbol contract, AttributeData attribute, Action<Diagnostic> report, CancellationToken cancellationToken)
    {
        _rules = rules;
        _symbols = rules.Symbols;
        _contract = contract;
        _attribute = attribute;
        _report = report;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Visits the contract and its methods.</summary>
    public void Run()
    {
        ModelUse use = GetUse();
        CatalogModel? model = VisitModel(use);
        _textModel = use == ModelUse.Text ? model : null;
        VisitSettings(_contract, _textModel, IsAnsweredWhole);
        VisitSharedTokens();
        VisitSafety(_contract);
        foreach (ISymbol member in _contract.GetMembers())
        {
            if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary } method)
            {
                _cancellationToken.ThrowIfCancellationRequested();
                VisitMethod(method);
            }
        }
    }

    private void VisitMethod(IMethodSymbol method)
    {
        if (method.FindAttribute(_symbols.Embed) is { } embed)
        {
            VisitSettings(method, null, static () => true);
            VisitEmbed(embed);
            return;
        }

        MethodFile? file = FindFile(method);
        MethodModel model = FindModel(method, file);
        if (model is { Id: { } id, Location: { } location })
        {
            ModelRules.Check(id, ModelUse.Text, location, _rules.Catalog, _report);
        }

        VisitSettings(method, model.Model, () => OutputTokensAboveLimitRule.IsInOnePiece(method));
        VisitFileSettings(method, file, model);
        VisitTokens(method, file, model);
        VisitSharedSettings(method, file, model);
        VisitTexts(method, file, model.Model);
        VisitSafety(method);
        SensitiveDataRule.Check(method, _rules.Options, _report);
        CostlyModelRule.Check(method, model.Model, _rules.Catalog, _rules.Options, _report);
        if (model.Model is not null && method.IsAbstract)
        {
            new RefusedByModelRule(_symbols, _contract, model.Model, _report).Check(method, _cancellationToken);
            RecursiveAnswerRule.Check(method, model.Model, ReportMemberOnce);
            new RecursiveArgumentRule(model.Model, ReportMemberOnce).Check(method, method.FindAttribute(_symbols.Tools) ?? _contract.FindAttribute(_symbols.Tools));
        }
    }

    // Several methods may answer with one type.
    private void ReportMemberOnce(Diagnostic finding)
    {
        if (_members.Add(finding.Location))
        {
            _report(finding);
        }
    }

    private CatalogModel? VisitModel(ModelUse use)
    {
        if (_attribute.GetText(WellKnownNames.Model) is not { } id || _attribute.FindArgument(WellKnownNames.Model, _cancellationToken) is not { } location)
        {
            return null;
        }

        ModelRules.Check(id, use, location, _rules.Catalog, _report);
        return Resolve(id);
    }

    // Vectors alone want another model than prompts; where a contract has both, its model is for the prompts.
    private ModelUse GetUse()
    {
        bool hasEmbeddings = false;
        foreach (IMethodSymbol method in GetServedMethods())
        {
            if (method.FindAttribute(_symbols.Embed) is null)
            {
                return ModelUse.Text;
            }

            hasEmbeddings = true;
        }

        return hasEmbeddings ? ModelUse.Embedding : ModelUse.Text;
    }

    /// <summary>The methods that are served by the contract, inherited ones included.</summary>
    private IEnumerable<IMethodSymbol> GetServedMethods()
    {
        foreach (INamedTypeSymbol type in _contract.AllInterfaces.Insert(0, _contract))
        {
            foreach (ISymbol member in type.GetMembers())
            {
                if (member is IMethodSymbol { MethodKind: MethodKind.Ordinary, IsAbstract: true, IsStatic: false } method)
                {
                    yield return method;
                }
            }
        }
    }

    private void VisitEmbed(AttributeData embed)
    {
        if (embed.GetText(WellKnownNames.Model) is { } id && embed.FindArgument(WellKnownNames.Model, _cancellationToken) is { } location)
        {
            ModelRules.Check(id, ModelUse.Embedding, location, _rules.Catalog, _report);
        }
        else if (_textModel is not null)
        {
            ModelWithoutEmbeddingsRule.Check(embed, _textModel, _report, _cancellationToken);
        }
    }

    private MethodFile? FindFile(IMethodSymbol method)
    {
        if (method.FindAttribute(_symbols.PromptFile) is not { } attribute
            || attribute.GetFirstText() is not { } path
            || _rules.Prompts.Files.Find(path, null) is not { } file)
        {
            return null;
        }

        PromptDocument document = PromptDocument.Split(file);
        return new MethodFile(document, FileSettings.Read(document), attribute.GetNamedArgument(WellKnownNames.Syntax).Value is 1);
    }

    /// <summary>Finds the model a method is answered by: its own, else its prompt file's, else the contract's.</summary>
    private MethodModel FindModel(IMethodSymbol method, MethodFile? file)
    {
        if (method.FindAttribute(_symbols.Model) is { } attribute
            && attribute.GetFirstText() is { } id
            && !string.IsNullOrWhiteSpace(id)
            && attribute.FindArgument(null, _cancellationToken) is { } location)
        {
            return new MethodModel(Resolve(id), id, location);
        }

        return file?.Settings is { Model: { } named, ModelPlace: { } place }
            ? new MethodModel(Resolve(named), named, Locate(file, place))
            : new MethodModel(_textModel);
    }

    private CatalogModel? Resolve(string id) => _rules.Catalog.TryResolve(id, out CatalogModel? model) ? model : null;

    private static Location Locate(MethodFile file, YamlValue value) => new FileSite(file.Document.File).Locate(value.Start, value.Length);
}
