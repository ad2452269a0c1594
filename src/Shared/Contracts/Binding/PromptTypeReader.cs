using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Reads types from symbols, each when it is asked for.</summary>
/// <param name="compilation">The compilation of the contract.</param>
/// <param name="contract">The contract, whose generated class has to reach the members.</param>
/// <param name="uses">Takes the members that templates may name.</param>
internal sealed class PromptTypeReader(Compilation compilation, INamedTypeSymbol contract, MarkedUses uses) : PromptTypes
{
    /// <summary>How many types a method's parameters may lead to for a prompt file; a limit only because types of the framework lead to hundreds of others.</summary>
    private const int MaxTypes = 256;

    /// <summary>How many when more are the project's own; a limit only because a generic type may contain ever larger versions of itself.</summary>
    private const int MaxOwnTypes = 1024;

    private readonly Dictionary<ITypeSymbol, int> _numbers = new(SymbolEqualityComparer.IncludeNullability);
    private readonly List<ITypeSymbol> _symbols = [];
    private readonly List<PromptType?> _types = [];

    /// <inheritdoc/>
    public override PromptType this[int type] => _types[type] ??= Describe(_symbols[type]);

    /// <summary>The number of a type.</summary>
    public int GetNumber(ITypeSymbol symbol)
    {
        if (!_numbers.TryGetValue(symbol, out int number))
        {
            number = _symbols.Count;
            Add(symbol);
        }

        return number;
    }

    /// <summary>Gives a type a number of its own even when it has one: parameters are found by their place.</summary>
    private void Add(ITypeSymbol symbol)
    {
        if (!_numbers.ContainsKey(symbol))
        {
            _numbers.Add(symbol, _symbols.Count);
        }

        _symbols.Add(symbol);
        _types.Add(null);
    }

    /// <inheritdoc/>
    public override int GetElement(int type) => PromptLists.FindElement(_symbols[type]) is { } element ? GetNumber(element) : -1;

    /// <inheritdoc/>
    public override int FindMember(int type, string name) => FindMember(_symbols[type], name) is { } member ? GetNumber(GetReadableType(member)!) : -1;

    /// <inheritdoc/>
    public override string? FindNameInCode(int type, string jsonName)
    {
        foreach (string name in GetMemberNames(type))
        {
            if (JsonAttributes.GetMemberName(FindMember(_symbols[type], name)!) == jsonName)
            {
                return name;
            }
        }

        return null;
    }

    /// <inheritdoc/>
    public override IReadOnlyList<string> GetMemberNames(int type)
    {
        List<string> names = [];
        for (ITypeSymbol? current = PromptValues.StripNullable(_symbols[type]); current is not null; current = current.BaseType)
        {
            AddNames(current, names);
        }

        foreach (INamedTypeSymbol inherited in GetInheritedInterfaces(_symbols[type]))
        {
            AddNames(inherited, names);
        }

        return names;
    }

    /// <summary>Copies what the given types lead to, the given ones first and in order.</summary>
    /// <param name="compilation">The compilation of the contract.</param>
    /// <param name="contract">The contract.</param>
    /// <param name="uses">Takes the members that templates may name.</param>
    /// <param name="roots">The types of a method's parameters.</param>
    /// <param name="isLeaf">Whether nothing is taken from a parameter, so that its members need not be copied.</param>
    /// <param name="answer">The name of the type whose values are whole answers, or null.</param>
    public static EquatableArray<PromptTypeModel> Copy(Compilation compilation, INamedTypeSymbol contract, MarkedUses uses, ITypeSymbol[] roots, bool[] isLeaf, string? answer)
    {
        PromptTypeReader reader = new(compilation, contract, uses);
        List<PromptTypeModel> models = [];
        foreach (ITypeSymbol root in roots)
        {
            reader.Add(root);
        }

        for (int i = 0; i < reader._symbols.Count; i++)
        {
            models.Add(reader.CopyOne(i, i < isLeaf.Length && isLeaf[i], answer));
        }

        return models.ToEquatableArray();
    }

    private PromptTypeModel CopyOne(int type, bool isLeaf, string? answer)
    {
        bool isCut = _symbols.Count >= (IsOwn(_symbols[type]) ? MaxOwnTypes : MaxTypes);
        int element = isLeaf || isCut ? -1 : GetElement(type);
        List<PromptMemberModel> members = [];
        if (!isLeaf && !isCut)
        {
            foreach (string name in GetMemberNames(type))
            {
                ISymbol member = FindMember(_symbols[type], name)!;
                members.Add(new PromptMemberModel(name, GetNumber(GetReadableType(member)!), JsonAttributes.GetMemberName(member)));
            }
        }

        bool isAnswer = this[type].Kind == PromptValueKind.None && answer is not null && _symbols[type].GetPlainName() == answer;
        return new PromptTypeModel(isAnswer ? this[type] with { IsAnswer = true } : this[type], element, members.ToEquatableArray()) { IsCut = isCut };
    }

    /// <summary>Whether a type, or what it is a list of, is written in the project.</summary>
    private static bool IsOwn(ITypeSymbol type)
        => type is IArrayTypeSymbol array ? IsOwn(array.ElementType)
            : !type.DeclaringSyntaxReferences.IsEmpty || (type is INamedTypeSymbol named && named.TypeArguments.Any(IsOwn));

    private static PromptType Describe(ITypeSymbol symbol)
    {
        PromptValueKind kind = PromptValues.Classify(symbol);
        return new PromptType(
            symbol.GetShortName(),
            kind,
            symbol.IsReferenceType ? symbol.NullableAnnotation != NullableAnnotation.NotAnnotated : PromptValues.IsNullableValue(symbol),
            symbol.IsValueType,
            kind is PromptValueKind.None or PromptValueKind.Media ? PromptLists.FindCountMember(symbol) : null,
            FormatStrings.GetFamily(PromptValues.StripNullable(symbol)),
            kind == PromptValueKind.Enum ? PromptValues.DescribeEnum(symbol) : null)
        {
            MayBeDefault = PromptLists.MayBeDefault(symbol),
        };
    }

    private ISymbol? FindMember(ITypeSymbol type, string name)
    {
        for (ITypeSymbol? current = PromptValues.StripNullable(type); current is not null; current = current.BaseType)
        {
            if (FindOwnMember(current, name) is { } own)
            {
                return own;
            }
        }

        foreach (INamedTypeSymbol inherited in GetInheritedInterfaces(type))
        {
            if (FindOwnMember(inherited, name) is { } member)
            {
                return member;
            }
        }

        return null;
    }

    private ISymbol? FindOwnMember(ITypeSymbol type, string name)
    {
        foreach (ISymbol member in type.GetMembers(name))
        {
            if (GetReadableType(member) is not null)
            {
                uses.Add(member);
                return member;
            }
        }

        return null;
    }

    private void AddNames(ITypeSymbol type, List<string> names)
    {
        foreach (ISymbol member in type.GetMembers())
        {
            if (GetReadableType(member) is not null && !names.Contains(member.Name))
            {
                names.Add(member.Name);
            }
        }
    }

    /// <summary>The type of a member whose value generated code can read; null for any other.</summary>
    private ITypeSymbol? GetReadableType(ISymbol member)
    {
        ITypeSymbol? type = member switch
        {
            { IsStatic: true } or { CanBeReferencedByName: false } => null,
            IPropertySymbol { IsIndexer: false, GetMethod: { } getter } property when IsReachable(getter) && !ObsoleteErrors.IsMarked(getter) => property.Type,
            IFieldSymbol field when IsReachable(field) => field.Type,
            _ => null,
        };
        return type is { IsRefLikeType: false, TypeKind: not (TypeKind.Pointer or TypeKind.FunctionPointer or TypeKind.Error) } && !ObsoleteErrors.IsMarked(member) ? type : null;
    }

    private bool IsReachable(ISymbol member)
        => member.DeclaredAccessibility == Accessibility.Public || compilation.IsSymbolAccessibleWithin(member, (ISymbol?)contract.ContainingType ?? contract.ContainingAssembly);

    private static ImmutableArray<INamedTypeSymbol> GetInheritedInterfaces(ITypeSymbol type)
        => PromptValues.StripNullable(type) is { TypeKind: TypeKind.Interface } symbol ? symbol.AllInterfaces : ImmutableArray<INamedTypeSymbol>.Empty;
}
