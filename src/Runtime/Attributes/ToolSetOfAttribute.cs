namespace GeminiGen;

/// <summary>
/// Makes a static partial class give the <see cref="ToolAttribute"/> methods of a type as a <see cref="ToolSet"/>, for everything that calls functions
/// without a contract that names them: it gets a method <c>Create</c>, which takes the object to call, or nothing where all of them are static.
/// </summary>
/// <remarks>As in contracts, declarations are constants written at compile time, and arguments are read without reflection.</remarks>
/// <example>
/// <code>
/// [ToolSetOf(typeof(IWeatherTools))]
/// internal static partial class WeatherToolSet;
///
/// ToolSet tools = WeatherToolSet.Create(new WeatherTools());
/// </code>
/// </example>
/// <param name="type">The class or interface with the methods.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class ToolSetOfAttribute(Type type) : Attribute
{
    /// <summary>The class or interface with the methods.</summary>
    public Type Type { get; } = type;
}
