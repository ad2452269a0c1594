using System.Text;
using Microsoft.CodeAnalysis;

namespace GeminiGen;

/// <summary>Writes the declarations of members that only throw.</summary>
internal static class UnservedMembers
{
    /// <summary>The declaration of a member; null for operators, which a class cannot implement for an interface it did not write.</summary>
    public static UnservedMemberModel? Create(ContractMember member, string message) => member.Symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Ordinary } method => CreateMethod(method, member.ExplicitInterface, message),
        IPropertySymbol property => CreateProperty(property, member.ExplicitInterface!, message),
        IEventSymbol @event => new UnservedMemberModel(
            GetModifiers(@event) + "event " + @event.Type.GetAnnotatedName() + " " + member.ExplicitInterface + "." + CSharpLiteral.Identifier(@event.Name),
            new EquatableArray<string>(["add", "remove"]),
            IsPublic: false,
            message),
        _ => null,
    };

    private static UnservedMemberModel CreateMethod(IMethodSymbol method, string? explicitInterface, string message)
    {
        StringBuilder text = new();
        text.Append(explicitInterface is null ? "public " : "").Append(GetModifiers(method));
        text.Append(GetReference(method.RefKind)).Append(method.ReturnType.GetAnnotatedName()).Append(' ');
        if (explicitInterface is not null)
        {
            text.Append(explicitInterface).Append('.');
        }

        text.Append(CSharpLiteral.Identifier(method.Name));
        AppendTypeParameters(text, method);
        text.Append('(');
        AppendParameters(text, method.Parameters, withDefaults: explicitInterface is null);
        text.Append(')');
        AppendConstraints(text, method);
        return new UnservedMemberModel(text.ToString(), default, explicitInterface is null, message) { Name = explicitInterface is null ? method.Name : null };
    }

    private static UnservedMemberModel CreateProperty(IPropertySymbol property, string explicitInterface, string message)
    {
        StringBuilder text = new();
        text.Append(GetModifiers(property)).Append(GetReference(property.RefKind)).Append(property.Type.GetAnnotatedName()).Append(' ');
        text.Append(explicitInterface).Append('.');
        if (property.IsIndexer)
        {
            text.Append("this[");
            AppendParameters(text, property.Parameters, withDefaults: false);
            text.Append(']');
        }
        else
        {
            text.Append(CSharpLiteral.Identifier(property.Name));
        }

        List<string> accessors = [];
        if (property.GetMethod is not null)
        {
            accessors.Add("get");
        }

        if (property.SetMethod is { } setter)
        {
            accessors.Add(setter.IsInitOnly ? "init" : "set");
        }

        return new UnservedMemberModel(text.ToString(), accessors.ToEquatableArray(), IsPublic: false, message);
    }

    private static string GetModifiers(ISymbol member) => (member.IsStatic ? "static " : "") + (UnsafeTypes.IsNeededFor(member) ? "unsafe " : "");

    private static string GetReference(RefKind kind) => kind switch
    {
        RefKind.Ref => "ref ",
        RefKind.RefReadOnly => "ref readonly ",
        _ => "",
    };

    private static void AppendTypeParameters(StringBuilder text, IMethodSymbol method)
    {
        for (int i = 0; i < method.Arity; i++)
        {
            text.Append(i == 0 ? "<" : ", ").Append(CSharpLiteral.Identifier(method.TypeParameters[i].Name));
        }

        text.Append(method.Arity > 0 ? ">" : "");
    }

    /// <summary>An explicit implementation inherits its constraints; only what <c>T?</c> means has to be said again.</summary>
    private static void AppendConstraints(StringBuilder text, IMethodSymbol method)
    {
        foreach (ITypeParameterSymbol parameter in method.TypeParameters)
        {
            string constraint = parameter.IsValueType ? "struct" : parameter.IsReferenceType ? "class" : "default";
            text.Append(" where ").Append(CSharpLiteral.Identifier(parameter.Name)).Append(" : ").Append(constraint);
        }
    }

    private static void AppendParameters(StringBuilder text, System.Collections.Immutable.ImmutableArray<IParameterSymbol> parameters, bool withDefaults)
    {
        for (int i = 0; i < parameters.Length; i++)
        {
            IParameterSymbol parameter = parameters[i];
            string? attributes = withDefaults ? CSharpLiteral.DefaultAttributes(parameter) : null;
            text.Append(i > 0 ? ", " : "").Append(PromptValues.GetNullPromises(parameter)).Append(attributes).Append(GetScope(parameter));
            text.Append(parameter.IsParams ? "params " : parameter.RefKind switch
            {
                RefKind.Ref => "ref ",
                RefKind.Out => "out ",
                RefKind.In => "in ",
                RefKind.RefReadOnlyParameter => "ref readonly ",
                _ => "",
            });
            text.Append(PromptValues.GetArgumentType(parameter).GetAnnotatedName()).Append(' ').Append(CSharpLiteral.Identifier(parameter.Name));
            if (withDefaults && attributes is null && CSharpLiteral.DefaultValue(parameter) is { } value)
            {
                text.Append(" = ").Append(value);
            }
        }
    }

    /// <summary>The word <c>scoped</c> where it is written: spans of <c>params</c> and what <c>out</c> refers to have it anyway.</summary>
    private static string GetScope(IParameterSymbol parameter)
        => parameter is { ScopedKind: ScopedKind.ScopedValue, IsParams: false } or { ScopedKind: ScopedKind.ScopedRef, RefKind: not RefKind.Out } ? "scoped " : "";
}
