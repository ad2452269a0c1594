using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace GeminiGen;

/// <summary>
/// Reads a contract: the generator takes the model, the analyzer takes the issues. Both run this one code, so what is generated and what is
/// reported cannot disagree.
/// </summary>
internal sealed partial class PromptInterfaceParser
{
    private static readonly ImmutableDictionary<string, string?> MakePartial =
        ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.MakePartial, null);

    private static readonly ImmutableDictionary<string, string?> CanRemove =
        ImmutableDictionary<string, string?>.Empty.Add(ContractIssueProperties.CanRemove, null);

    private readonly INamedTypeSymbol _contract;
    private readonly AttributeData _attribute;
    private readonly ContractIssueReporter _issues;
    private readonly ContractLocations _locations;
    private readonly Compilation _compilation;
    private readonly AnswerTypeParser _answers;
    private readonly PromptTypeReader _types;
    private readonly ToolParser _tools;
    private readonly PromptFiles? _files;
    private readonly CancellationToken _cancellationToken;
    private RenderNames _renderNames = null!;
    private readonly List<PromptMethodModel> _methods = [];
    private readonly List<UnservedMemberModel> _unserved = [];

    private PromptInterfaceParser(
        INamedTypeSymbol contract,
        AttributeData attribute,
        Compilation compilation,
        Action<ContractIssue>? sink,
        PromptFiles? files,
        CancellationToken cancellationToken)
    {
        _contract = contract;
        _attribute = attribute;
        _compilation = compilation;
        _issues = new ContractIssueReporter(sink);
        _locations = new ContractLocations(contract, attribute, _issues.IsListening, cancellationToken);
        _answers = new AnswerTypeParser(compilation, contract, _issues, _locations, cancellationToken);
        _types = new PromptTypeReader(compilation, contract, _answers.Uses);
        _tools = new ToolParser(_answers, _issues, _locations, compilation, contract, cancellationToken);
        _files = files;
        _cancellationToken = cancellationToken;
    }

    /// <summary>Reads a contract.</summary>
    /// <param name="contract">The type the attribute stands on.</param>
    /// <param name="attribute">Its <c>[GeminiPrompts]</c>.</param>
    /// <param name="compilation">The compilation of both.</param>
    /// <param name="sink">Takes the issues, or null when nobody wants them; then no locations are computed.</param>
    /// <param name="files">The project's prompt files, or null when they are not known yet; then what names them is left pending.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>What to generate, or null when no class can be written for the contract.</returns>
    public static PromptInterfaceModel? Parse(
        INamedTypeSymbol contract,
        AttributeData attribute,
        Compilation compilation,
        Action<ContractIssue>? sink,
        PromptFiles? files,
        CancellationToken cancellationToken)
        => new PromptInterfaceParser(contract, attribute, compilation, sink, files, cancellationToken).Parse();

    private PromptInterfaceModel? Parse()
    {
        if ((FindContractFault() ?? FindContainerFault()) is { } fault)
        {
            _issues.Error(DiagnosticIds.InvalidContractType, _locations.OfContract(), _contract.Name, fault);
            return null;
        }

        if (FindContainerThatIsNotPartial() is { } container)
        {
            _issues.Error(
                DiagnosticIds.InvalidContractType,
                _locations.OfContract(),
                MakePartial,
                _contract.Name,
                $"its class is generated beside it, in '{container.Name}', which is not partial; make '{container.Name}' partial");
            return null;
        }

        string className = ContractNames.GetClassName(_contract, _attribute);
        RegistrationModel? registration = ContractNames.GetRegistration(_contract, className, GetImplementationTypeName(className));
        _renderNames = new RenderNames(_contract, className);
        bool isServed = CheckNames(className, registration);
        ParseContractAttributes();
        _answers.Uses.Add(_contract);
        foreach (ContractMember member in ContractMembers.Collect(_contract, className))
        {
            _cancellationToken.ThrowIfCancellationRequested();
            isServed &= ParseMember(member);

            // An interface with static members cannot be a type argument, and registering takes it as one.
            registration = member.Symbol.IsStatic ? null : registration;
        }

        WarnOfPromptsWithBody();
        return isServed ? CreateModel(className, registration) : null;
    }

    private PromptInterfaceModel CreateModel(string className, RegistrationModel? registration)
        => new(
            _contract.GetFullMetadataName(),
            _contract.GetNamespaceName(),
            _contract.GetContainerHeaders(),
            _contract.DeclaredAccessibility.GetKeywords(),
            _contract.GetFullMetadataName().Replace('+', '.'),
            _contract.GetPlainName(),
            className,
            registration,
            _attribute.GetNamedArgument(WellKnownNames.Model).Value as string,
            _methods.ToEquatableArray(),
            _unserved.ToEquatableArray(),
            _answers.Types.ToEquatableArray())
        {
            Tools = _tools.Tools.ToEquatableArray(),
            Embeddings = _embeddings.ToEquatableArray(),
            MarkedIds = _answers.Uses.Ids,
        };

    /// <summary>What about the type itself keeps any class from being written, with its cure; null when nothing does.</summary>
    private string? FindContractFault()
    {
        if (_compilation is CSharpCompilation { LanguageVersion: < LanguageVersion.CSharp9 and var version })
        {
            return $"its class is written in C# 9, and the project is compiled as C# {version.ToDisplayString()}; set <LangVersion> to 9 or more, or take it away";
        }

        if (_contract.TypeKind != TypeKind.Interface)
        {
            return "it is not an interface; declare the prompts in an interface";
        }

        if (_contract.Arity > 0)
        {
            return "it is generic; put [GeminiPrompts] on an interface that derives from it and names its types, or remove its type parameters";
        }

        if (_contract.IsFileLocal)
        {
            return "it is visible in its file only; remove 'file'";
        }

        if (_contract.FindVar() is not null)
        {
            return "a type in its scope is called 'var', which is a word of generated code; call the type otherwise";
        }

        if (ObsoleteErrors.Find(_contract) is { } obsolete)
        {
            return $"'{obsolete.Name}' is marked [Obsolete] as an error, which stops generated code as well; remove the mark, or make it a warning";
        }

        return null;
    }

    private string? FindContainerFault()
    {
        for (INamedTypeSymbol? container = _contract.ContainingType; container is not null; container = container.ContainingType)
        {
            if (container.Arity > 0)
            {
                return $"it stands in the generic type '{container.Name}'; move it out";
            }

            if (container.IsFileLocal)
            {
                return $"it stands in '{container.Name}', which is visible in its file only; remove 'file'";
            }
        }

        return null;
    }

    private INamedTypeSymbol? FindContainerThatIsNotPartial()
    {
        INamedTypeSymbol? container = _contract.ContainingType;
        while (container?.IsPartial() == true)
        {
            container = container.ContainingType;
        }

        return container;
    }

    private bool CheckNames(string className, RegistrationModel? registration)
    {
        string taken = className;
        string? clash = SyntaxFacts.IsValidIdentifier(className)
            ? ContractNames.FindClash(_contract, _attribute, className)
            : "is not an identifier";
        if (clash is null && registration is not null && ContractNames.IsTaken(registration, _contract.ContainingNamespace))
        {
            taken = registration.ExtensionClassName;
            clash = "is taken by an existing type";
        }

        if (clash is null)
        {
            return true;
        }

        _issues.Error(DiagnosticIds.GeneratedNameClash, _locations.OfContract(), taken, _contract.Name, clash, "choose another with [GeminiPrompts(ClassName = \"…\")]");
        return false;
    }

    private string GetImplementationTypeName(string className)
    {
        string scope = _contract.ContainingType is { } container ? container.GetPlainName() + "."
            : _contract.GetNamespaceName() is { Length: > 0 } name ? "global::" + name + "."
            : "global::";
        return scope + CSharpLiteral.TypeIdentifier(className);
    }
}
