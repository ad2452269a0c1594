namespace GeminiGen;

/// <summary>
/// Services for a generated class without dependency injection: <c>new Desk(client, new ToolInstances(new WeatherTools(), clock))</c>. A service is the
/// first instance of its type.
/// </summary>
/// <param name="instances">The instances; they stay the caller's to dispose.</param>
public sealed class ToolInstances(params object[] instances) : IServiceProvider
{
    private readonly object[] _instances = instances ?? throw new ArgumentNullException(nameof(instances));

    /// <summary>Finds an instance.</summary>
    /// <param name="serviceType">Its type, or an interface or base of it.</param>
    /// <returns>The instance, or <see langword="null"/>.</returns>
    public object? GetService(Type serviceType)
    {
        ArgumentNullException.ThrowIfNull(serviceType);
        return Array.Find(_instances, serviceType.IsInstanceOfType);
    }
}
