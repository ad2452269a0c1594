using Microsoft.Extensions.DependencyInjection;

namespace GeminiGen;

/// <summary>The objects whose methods the model may call: arguments of the contract's method, or services.</summary>
internal static class ToolTargets
{
    /// <summary>The first argument of a type.</summary>
    internal static T? Find<T>(IReadOnlyList<object?> targets)
        where T : class
        => targets.OfType<T>().FirstOrDefault();

    /// <summary>Whether an instance of a type can be expected once the model calls for it. Nothing is made to find out.</summary>
    internal static bool MayHave(Type type, IReadOnlyList<object?> targets, IServiceProvider? services)
    {
        if (targets.Any(type.IsInstanceOfType))
        {
            return true;
        }

        // A container knows what it could make; another one than Microsoft's is believed to know all.
        return services switch
        {
            null => false,
            ToolInstances instances => instances.GetService(type) is not null,
            _ => services.GetService(typeof(IServiceProviderIsService)) is not IServiceProviderIsService known || known.IsService(type),
        };
    }

    /// <summary>Says that there is no instance.</summary>
    internal static string Missing(string function, Type type)
        => $"The function {function} belongs to {type.Name}, and there is no instance of it. Register one with the services, give the generated class new ToolInstances(…), or pass one as a parameter marked [Tools].";
}
